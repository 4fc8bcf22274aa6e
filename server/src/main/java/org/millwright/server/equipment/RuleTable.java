// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.csv.CsvCells;
import org.millwright.server.equipment.RuleTable.Row;
import org.millwright.server.equipment.StateRule.Test;

/** {@code rules.csv}: how the properties of a class tell the state. */
final class RuleTable implements EquipmentTable<Row> {

  private static final double LONGEST_SECONDS = 86_400;

  record Row(String classCode, StateRule rule) {}

  @Override
  public String part() {
    return "rules";
  }

  @Override
  public List<String> columns() {
    return List.of("class", "position", "property", "test", "low", "high", "seconds", "state");
  }

  @Override
  public Set<String> required() {
    return Set.of("class", "position", "property", "test");
  }

  @Override
  public Row parse(CsvCells cells) {
    Test test = cells.choice("test", Test.class, Test.PACKML);
    Double low = cells.number("low", -1e15, 1e15);
    Double high = cells.number("high", -1e15, 1e15);
    if (test != Test.PACKML && low == null) {
      cells.refuse("EQUIPMENT-RULE", "low", test + " needs a threshold.", "");
    }
    if (test == Test.BETWEEN && (high == null || (low != null && high < low))) {
      cells.refuse("EQUIPMENT-RULE", "high", "BETWEEN needs an upper bound above the lower.", "");
    }
    return new Row(
        Codes.required(cells, "class"),
        new StateRule(
            (int) cells.number("position", 1, 1000, 1),
            cells.required("property"),
            test,
            low,
            high,
            cells.number("seconds", 0, LONGEST_SECONDS, 0),
            test == Test.PACKML ? null : state(cells)));
  }

  private static @Nullable String state(CsvCells cells) {
    return cells.choice("state", WorkUnitState.class, WorkUnitState.IDLE).name();
  }

  @Override
  public String key(Row row) {
    return row.classCode() + " " + row.rule().position();
  }

  @Override
  public void check(Row row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {
    var type = known.type(row.classCode());
    if (type.isEmpty()) {
      cells.refuse(
          "EQUIPMENT-CLASS",
          "class",
          "There is no class \"" + row.classCode() + "\".",
          "import the classes first.");
      return;
    }
    String wanted = row.rule().property().toLowerCase(Locale.ROOT);
    if (type.get().properties().stream()
        .noneMatch(p -> p.property().toLowerCase(Locale.ROOT).equals(wanted))) {
      cells.refuse(
          "EQUIPMENT-PROPERTY",
          "property",
          "The class has no property \"" + row.rule().property() + "\".",
          "import the properties first.");
    }
  }

  @Override
  public List<Row> rows(EquipmentCatalog catalog) {
    return catalog.classes().stream()
        .flatMap(type -> type.rules().stream().map(rule -> new Row(type.code(), rule)))
        .toList();
  }

  @Override
  public List<String> cells(Row row) {
    StateRule rule = row.rule();
    return List.of(
        row.classCode(),
        String.valueOf(rule.position()),
        rule.property(),
        rule.test().name(),
        Codes.text(rule.low()),
        Codes.text(rule.high()),
        Codes.text(rule.seconds()),
        Codes.text(rule.state()));
  }

  @Override
  public void save(Row row, EquipmentRecords records) {
    records.save(row.classCode(), row.rule());
  }
}
