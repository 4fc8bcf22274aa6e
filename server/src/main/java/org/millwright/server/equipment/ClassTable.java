// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Set;
import org.millwright.model.Name;
import org.millwright.server.csv.CsvCells;

/** {@code classes.csv}: code and names; properties and rules have tables of their own. */
final class ClassTable implements EquipmentTable<EquipmentClass> {

  @Override
  public String part() {
    return "classes";
  }

  @Override
  public List<String> columns() {
    return List.of("code", "name_en", "name_zh");
  }

  @Override
  public Set<String> required() {
    return Set.of("code");
  }

  @Override
  public EquipmentClass parse(CsvCells cells) {
    String code = Codes.required(cells, "code");
    return new EquipmentClass(code, Codes.name(cells, code), List.of(), List.of());
  }

  @Override
  public String key(EquipmentClass row) {
    return row.code();
  }

  @Override
  public void check(EquipmentClass row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {}

  @Override
  public List<EquipmentClass> rows(EquipmentCatalog catalog) {
    return catalog.classes().stream()
        .map(type -> new EquipmentClass(type.code(), type.name(), List.of(), List.of()))
        .toList();
  }

  @Override
  public List<String> cells(EquipmentClass row) {
    Name name = row.name();
    return List.of(row.code(), name.en(), name.zh());
  }

  @Override
  public void save(EquipmentClass row, EquipmentRecords records) {
    records.save(row);
  }
}
