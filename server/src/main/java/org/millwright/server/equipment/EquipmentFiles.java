// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.millwright.model.Refusal;
import org.millwright.server.csv.CsvCells;
import org.millwright.server.csv.CsvReader;
import org.millwright.server.csv.CsvReading;
import org.millwright.server.csv.CsvRow;
import org.millwright.server.csv.CsvTable;
import org.springframework.stereotype.Service;

/** Takes the catalogue in from CSV files and gives it out as such. */
@Service
class EquipmentFiles {

  /** In the order in which the tables depend on each other. */
  private static final List<EquipmentTable<?>> TABLES =
      List.of(
          new ClassTable(),
          new PropertyTable(),
          new RuleTable(),
          new ProductTable(),
          new NodeTable(),
          new CycleTable());

  private final Equipment equipment;

  EquipmentFiles(Equipment equipment) {
    this.equipment = equipment;
  }

  static List<String> parts() {
    return TABLES.stream().map(EquipmentTable::part).toList();
  }

  static Optional<EquipmentTable<?>> table(String part) {
    return TABLES.stream()
        .filter(table -> table.part().equals(part))
        .<EquipmentTable<?>>map(table -> table)
        .findFirst();
  }

  /** Writes a table as CSV in UTF-8 with a byte order mark, which spreadsheets need. */
  <T> String export(EquipmentTable<T> table) {
    var text = new StringBuilder("\uFEFF");
    try (var printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecord(table.columns());
      for (T row : table.rows(equipment.catalog())) {
        printer.printRecord(table.cells(row));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Reads a table and stores all of it, or nothing when a row is wrong or it is a dry run. */
  <T> ImportReport take(EquipmentTable<T> table, byte[] file, boolean dryRun, String actor) {
    return switch (CsvReader.read(file, table.required())) {
      case CsvReading.Refused refused ->
          ImportReport.refused(table.part(), dryRun, refused.refusals());
      case CsvReading.Read read -> take(table, read.table(), dryRun, actor);
    };
  }

  private <T> ImportReport take(
      EquipmentTable<T> table, CsvTable csv, boolean dryRun, String actor) {
    var refusals = new ArrayList<Refusal>();
    var rows = parse(table, csv, refusals);
    var known = new HashMap<String, T>();
    table.rows(equipment.catalog()).forEach(row -> known.put(table.key(row), row));
    var fresh = new ArrayList<T>();
    int added = 0;
    for (T row : rows) {
      T before = known.get(table.key(row));
      if (before == null) {
        added++;
      }
      if (!row.equals(before)) {
        fresh.add(row);
      }
    }
    boolean store = refusals.isEmpty() && !dryRun;
    if (store && !fresh.isEmpty()) {
      String detail = added + " added, " + (fresh.size() - added) + " changed";
      equipment.change(
          actor,
          "equipment.import",
          table.part(),
          detail,
          records -> fresh.forEach(row -> table.save(row, records)));
    }
    return new ImportReport(
        table.part(),
        dryRun,
        csv.encoding(),
        csv.rows().size(),
        added,
        fresh.size() - added,
        rows.size() - fresh.size(),
        store,
        refusals);
  }

  private <T> List<T> parse(EquipmentTable<T> table, CsvTable csv, List<Refusal> refusals) {
    record Parsed<R>(R row, CsvCells cells) {}
    var parsed = new ArrayList<Parsed<T>>();
    Map<String, Long> lines = new HashMap<>();
    for (CsvRow row : csv.rows()) {
      int before = refusals.size();
      var cells = new CsvCells(row, refusals);
      T value = table.parse(cells);
      if (refusals.size() > before) {
        continue;
      }
      Long twin = lines.putIfAbsent(table.key(value), row.line());
      if (twin != null) {
        cells.refuse(
            "EQUIPMENT-DUPLICATE",
            table.columns().getFirst(),
            "\"" + table.key(value) + "\" stands in line " + twin + " already.",
            "delete one of them.");
        continue;
      }
      parsed.add(new Parsed<>(value, cells));
    }
    Set<String> keys = new HashSet<>(lines.keySet());
    parsed.forEach(p -> table.check(p.row(), equipment.catalog(), keys, p.cells()));
    return parsed.stream().map(Parsed::row).toList();
  }
}
