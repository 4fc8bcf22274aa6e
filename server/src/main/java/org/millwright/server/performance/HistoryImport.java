// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Refusal;
import org.millwright.performance.CountRecord;
import org.millwright.performance.Source;
import org.millwright.server.csv.CsvReader;
import org.millwright.server.csv.CsvReading;
import org.millwright.server.csv.CsvRow;
import org.millwright.server.csv.CsvTable;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.identity.Audit;
import org.millwright.server.performance.ImportRecords.Decision;
import org.millwright.server.performance.PerformanceRecords.UnitChange;
import org.millwright.server.performance.PerformanceRecords.UnitCount;
import org.millwright.server.shifts.ShiftCalendars;
import org.millwright.server.shifts.SpecialShift;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * History from files. Every row is kept as it was brought; where a day table and an event table
 * speak of one date, a person decides which of them counts, and can decide again.
 */
@Service
class HistoryImport {

  private final ImportRecords imports;
  private final PerformanceRecords records;
  private final RecordWriter writer;
  private final Books books;
  private final ShiftCalendars calendars;
  private final Equipment equipment;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HistoryImport(
      ImportRecords imports,
      PerformanceRecords records,
      RecordWriter writer,
      Books books,
      ShiftCalendars calendars,
      Equipment equipment,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.imports = imports;
    this.records = records;
    this.writer = writer;
    this.books = books;
    this.calendars = calendars;
    this.equipment = equipment;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Reads a file, and stores its rows unless it is a dry run or a row is refused.
   *
   * @param unit the unit of rows that name none
   * @param map columns by information, see {@link ImportColumns}
   */
  ImportReport take(
      ImportKind kind, byte[] file, String unit, String map, boolean dryRun, String by) {
    return switch (CsvReader.read(file, Set.of())) {
      case CsvReading.Refused refused ->
          new ImportReport(
              kind, dryRun, "", List.of(), 0, 0, 0, false, refused.refusals(), List.of());
      case CsvReading.Read read -> take(kind, read.table(), unit, map, dryRun, by);
    };
  }

  private ImportReport take(
      ImportKind kind, CsvTable table, String unit, String map, boolean dryRun, String by) {
    List<Refusal> refusals = new ArrayList<>();
    ImportColumns columns = new ImportColumns(kind, table.columns(), map, refusals);
    List<ImportedRow> rows = new ArrayList<>();
    if (refusals.isEmpty()) {
      ZoneId zone = calendars.calendar(unit).zone();
      for (CsvRow row : table.rows()) {
        new ImportRow(kind, row, columns, zone, refusals)
            .read(unit)
            .filter(each -> isUnit(each, refusals))
            .ifPresent(rows::add);
      }
    }
    List<ImportedRow> fresh = fresh(rows, refusals);
    boolean store = refusals.isEmpty() && !dryRun;
    if (store) {
      store(kind, fresh, by);
    }
    return new ImportReport(
        kind,
        dryRun,
        table.encoding(),
        columns.found(),
        table.rows().size(),
        fresh.size(),
        rows.size() - fresh.size(),
        store,
        List.copyOf(refusals),
        notes(kind, rows));
  }

  private boolean isUnit(ImportedRow row, List<Refusal> refusals) {
    boolean unit =
        equipment
            .catalog()
            .node(row.unit())
            .map(EquipmentNode::level)
            .filter(level -> level == EquipmentLevel.WORK_UNIT)
            .isPresent();
    if (!unit) {
      refusals.add(
          new Refusal(
              "IMPORT-UNIT",
              "line " + row.line(),
              "\"" + row.unit() + "\" is no work unit of the register.",
              "add it to the equipment first, or name the unit with node=."));
    }
    return unit;
  }

  private List<ImportedRow> fresh(List<ImportedRow> rows, List<Refusal> refusals) {
    Set<String> known = new HashSet<>();
    rows.stream().map(ImportedRow::unit).distinct().forEach(u -> known.addAll(imports.known(u)));
    Map<String, ImportedRow> inFile = new LinkedHashMap<>();
    for (ImportedRow row : rows) {
      ImportedRow same = inFile.putIfAbsent(row.key(), row);
      if (same != null) {
        refusals.add(
            new Refusal(
                "IMPORT-TWICE",
                "line " + row.line(),
                "The row says the same time as line " + same.line() + ".",
                "remove one of them."));
      }
    }
    return inFile.values().stream().filter(row -> !known.contains(row.key())).toList();
  }

  private static List<Refusal> notes(ImportKind kind, List<ImportedRow> rows) {
    List<Refusal> notes = new ArrayList<>();
    TreeMap<String, List<Long>> lines = new TreeMap<>();
    for (ImportedRow row : rows) {
      if (kind == ImportKind.DAYS || kind == ImportKind.HOURS) {
        String what =
            kind == ImportKind.DAYS
                ? row.unit() + " " + row.date()
                : row.unit() + " " + row.period().start();
        lines.computeIfAbsent(what, each -> new ArrayList<>()).add(row.line());
      }
    }
    lines.forEach((what, at) -> {
      if (at.size() > 1) {
        notes.add(
            Refusal.of(
                kind == ImportKind.DAYS ? "IMPORT-DATE-TWICE" : "IMPORT-HOUR-TWICE",
                "lines " + at,
                what.substring(what.indexOf(' ') + 1)
                    + " occurs "
                    + at.size()
                    + " times; each row is kept."));
      }
    });
    return notes;
  }

  private void store(ImportKind kind, List<ImportedRow> rows, String by) {
    Set<String> units = new TreeSet<>();
    rows.forEach(row -> units.add(row.unit()));
    transaction.executeWithoutResult(status -> {
      imports.insert(rows, by, clock.instant());
      if (kind == ImportKind.COUNTS) {
        records.insertCounts(rows.stream().map(this::count).toList());
      }
      audit.recordAs(by, "performance.import", String.join(" ", units), kind + " " + rows.size());
    });
    if (kind == ImportKind.SHIFTS || kind == ImportKind.DAYS) {
      calendars.record(rows.stream().map(HistoryImport::shift).toList(), by);
    }
    units.forEach(unit -> rebuild(unit, Set.of()));
  }

  private UnitCount count(ImportedRow row) {
    return new UnitCount(
        new CountRecord(
            writer.nextId(),
            row.unit(),
            row.period(),
            row.product(),
            row.total(),
            row.good(),
            row.scrap(),
            row.rework(),
            Source.IMPORT),
        "rows");
  }

  private static SpecialShift shift(ImportedRow row) {
    String name = row.shift().isEmpty() ? "生产" : row.shift();
    return new SpecialShift(
        "import-"
            + Integer.toHexString(row.unit().hashCode())
            + "-"
            + row.period().start().toEpochMilli(),
        row.unit(),
        row.date(),
        name,
        row.crew(),
        row.period().start(),
        row.period().end());
  }

  /** Makes what counts anew, for some dates, or for all when none is named. */
  private void rebuild(String unit, Set<LocalDate> dates) {
    Map<LocalDate, Decision> decisions = imports.decisions(unit);
    transaction.executeWithoutResult(status ->
        books(unit)
            .forEach((date, day) -> {
              if (dates.isEmpty() || dates.contains(date)) {
                rebuild(unit, date, day, decisions);
              }
            }));
    books.reload(unit);
  }

  private void rebuild(
      String unit, LocalDate date, DayBook day, Map<LocalDate, Decision> decisions) {
    String id = "day:" + date;
    records.deleteImported(unit, id);
    records.insertChanges(
        day.changes(decisions.get(date), writer::nextId).stream()
            .map(change -> new UnitChange(unit, change, id))
            .toList());
    records.insertCounts(
        day.counts(writer::nextId).stream().map(count -> new UnitCount(count, id)).toList());
  }

  private NavigableMap<LocalDate, DayBook> books(String unit) {
    return DayBook.byDate(
        unit,
        imports.rows(unit).stream()
            .filter(row -> row.kind() != ImportKind.COUNTS && row.kind() != ImportKind.SHIFTS)
            .toList());
  }

  /** What the tables say about every date, and which of them counts. */
  ReconciliationView reconciliation(String unit) {
    Map<LocalDate, Decision> decisions = imports.decisions(unit);
    List<ReconciledDay> days = new ArrayList<>();
    long monitored = 0;
    long running = 0;
    long inside = 0;
    long items = 0;
    for (Map.Entry<LocalDate, DayBook> day : books(unit).entrySet()) {
      days.add(day.getValue().compared(decisions.get(day.getKey())));
      monitored += day.getValue().monitoredMillis();
      running += day.getValue().runningMillis();
      inside += day.getValue().insideMillis();
      items += day.getValue().units();
    }
    return new ReconciliationView(
        unit,
        monitored / 1000.0,
        running / 1000.0,
        items,
        monitored == 0 ? null : (double) running / monitored,
        monitored == 0 ? null : (double) (monitored - inside) / monitored,
        (int) days.stream().filter(day -> !day.agrees()).count(),
        days.stream().filter(day -> day.dayRows() > 1).map(ReconciledDay::date).toList(),
        days);
  }

  /** Decides which table counts on some dates, or on all when none is named. */
  ReconciliationView decide(String unit, Set<LocalDate> dates, DaySource source, String by) {
    Set<LocalDate> chosen = new TreeSet<>(dates);
    if (dates.isEmpty()) {
      books(unit)
          .forEach((date, day) -> {
            if (day.hasDay()) {
              chosen.add(date);
            }
          });
    }
    transaction.executeWithoutResult(status -> {
      chosen.forEach(date -> imports.decide(unit, date, source, by, clock.instant()));
      audit.recordAs(by, "performance.reconcile", unit, source + " " + chosen);
    });
    rebuild(unit, chosen);
    return reconciliation(unit);
  }
}
