// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Set;
import org.millwright.server.csv.CsvCells;

/** {@code products.csv}. */
final class ProductTable implements EquipmentTable<Product> {

  @Override
  public String part() {
    return "products";
  }

  @Override
  public List<String> columns() {
    return List.of("code", "name_en", "name_zh", "unit");
  }

  @Override
  public Set<String> required() {
    return Set.of("code");
  }

  @Override
  public Product parse(CsvCells cells) {
    String code = Codes.required(cells, "code");
    return new Product(code, Codes.name(cells, code), cells.text("unit"));
  }

  @Override
  public String key(Product row) {
    return row.code();
  }

  @Override
  public void check(Product row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {}

  @Override
  public List<Product> rows(EquipmentCatalog catalog) {
    return catalog.products();
  }

  @Override
  public List<String> cells(Product row) {
    return List.of(row.code(), row.name().en(), row.name().zh(), row.unit());
  }

  @Override
  public void save(Product row, EquipmentRecords records) {
    records.save(row);
  }
}
