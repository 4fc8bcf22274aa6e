// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Set;
import org.millwright.server.csv.CsvCells;

/** {@code cycles.csv}: ideal cycle times by node and product. */
final class CycleTable implements EquipmentTable<IdealCycle> {

  private static final double LONGEST_SECONDS = 1e7;

  @Override
  public String part() {
    return "cycles";
  }

  @Override
  public List<String> columns() {
    return List.of("node", "product", "seconds");
  }

  @Override
  public Set<String> required() {
    return Set.of("node", "product", "seconds");
  }

  @Override
  public IdealCycle parse(CsvCells cells) {
    String seconds = cells.required("seconds");
    double value = cells.number("seconds", 0, LONGEST_SECONDS, 0);
    if (value == 0 && !seconds.isEmpty()) {
      cells.refuse("EQUIPMENT-CYCLE", "seconds", "A cycle takes longer than 0 s.", "");
    }
    return new IdealCycle(Codes.requiredPath(cells, "node"), cells.required("product"), value);
  }

  @Override
  public String key(IdealCycle row) {
    return row.node() + " " + row.product();
  }

  @Override
  public void check(IdealCycle row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {
    if (known.node(row.node()).isEmpty()) {
      cells.refuse(
          "EQUIPMENT-NODE", "node", "There is no node \"" + row.node() + "\".", "import it first.");
    }
    if (!row.product().equals(IdealCycle.ANY_PRODUCT) && known.product(row.product()).isEmpty()) {
      cells.refuse(
          "EQUIPMENT-PRODUCT",
          "product",
          "There is no product \"" + row.product() + "\".",
          "import it first, or write * for any product.");
    }
  }

  @Override
  public List<IdealCycle> rows(EquipmentCatalog catalog) {
    return catalog.cycles();
  }

  @Override
  public List<String> cells(IdealCycle row) {
    return List.of(row.node(), row.product(), Codes.text(row.seconds()));
  }

  @Override
  public void save(IdealCycle row, EquipmentRecords records) {
    records.save(row);
  }
}
