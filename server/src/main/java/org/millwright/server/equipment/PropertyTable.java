// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Set;
import org.millwright.model.Name;
import org.millwright.server.csv.CsvCells;
import org.millwright.server.equipment.PropertyTable.Row;

/** {@code properties.csv}: the template properties of every class. */
final class PropertyTable implements EquipmentTable<Row> {

  record Row(String classCode, TemplateProperty property) {}

  @Override
  public String part() {
    return "properties";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "class", "property", "role", "metric", "name_en", "name_zh", "unit", "scale", "wraps_at");
  }

  @Override
  public Set<String> required() {
    return Set.of("class", "property", "role", "metric");
  }

  @Override
  public Row parse(CsvCells cells) {
    String property = cells.required("property");
    Double wraps = cells.number("wraps_at", 1, 9e15);
    return new Row(
        Codes.required(cells, "class"),
        new TemplateProperty(
            property,
            cells.choice("role", PropertyRole.class, PropertyRole.INFORMATION),
            cells.required("metric"),
            Codes.name(cells, property),
            cells.text("unit"),
            cells.number("scale", -1e12, 1e12, 1),
            wraps == null ? null : wraps.longValue()));
  }

  @Override
  public String key(Row row) {
    return row.classCode() + " " + row.property().property();
  }

  @Override
  public void check(Row row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {
    if (known.type(row.classCode()).isEmpty()) {
      cells.refuse(
          "EQUIPMENT-CLASS",
          "class",
          "There is no class \"" + row.classCode() + "\".",
          "import the classes first.");
    }
  }

  @Override
  public List<Row> rows(EquipmentCatalog catalog) {
    return catalog.classes().stream()
        .flatMap(type -> type.properties().stream().map(p -> new Row(type.code(), p)))
        .toList();
  }

  @Override
  public List<String> cells(Row row) {
    TemplateProperty property = row.property();
    Name name = property.name();
    return List.of(
        row.classCode(),
        property.property(),
        property.role().name(),
        property.metric(),
        name.en(),
        name.zh(),
        property.unit(),
        Codes.text(property.scale()),
        Codes.text(property.wrapsAt()));
  }

  @Override
  public void save(Row row, EquipmentRecords records) {
    records.save(row.classCode(), row.property());
  }
}
