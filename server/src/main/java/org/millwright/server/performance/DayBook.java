// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.PeriodSet;
import org.millwright.performance.CountRecord;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.performance.ImportRecords.Decision;

/** What the tables say about one date of one unit: compared, and turned into what counts. */
final class DayBook {

  private static final long TOLERANCE_MILLIS = 60_000;

  private final String unit;
  private final LocalDate date;
  private final boolean dayTable;
  private final List<ImportedRow> days = new ArrayList<>();
  private final List<ImportedRow> stops = new ArrayList<>();
  private final List<ImportedRow> hours = new ArrayList<>();

  /**
   * @param dayTable whether the unit has a day table at all: then a date missing from it counts
   *     only when a person says so, since nobody knows how long the unit was watched
   */
  DayBook(String unit, LocalDate date, boolean dayTable) {
    this.unit = unit;
    this.date = date;
    this.dayTable = dayTable;
  }

  static NavigableMap<LocalDate, DayBook> byDate(String unit, List<ImportedRow> rows) {
    NavigableMap<LocalDate, DayBook> books = new TreeMap<>();
    boolean dayTable = rows.stream().anyMatch(row -> row.kind() == ImportKind.DAYS);
    for (ImportedRow row : rows) {
      books.computeIfAbsent(row.date(), date -> new DayBook(unit, date, dayTable)).add(row);
    }
    return books;
  }

  private void add(ImportedRow row) {
    switch (row.kind()) {
      case DAYS -> days.add(row);
      case INTERVALS -> stops.add(row);
      case HOURS -> hours.add(row);
      case COUNTS, SHIFTS -> throw new IllegalArgumentException("not compared: " + row.kind());
    }
  }

  private static long sum(List<ImportedRow> rows, ToLongFunction<ImportedRow> of) {
    return rows.stream().mapToLong(of).sum();
  }

  private PeriodSet monitored() {
    return PeriodSet.union(days.stream().map(ImportedRow::period).toList());
  }

  private PeriodSet standing() {
    return PeriodSet.union(
        stops.stream().filter(stop -> stop.state().isStop()).map(ImportedRow::period).toList());
  }

  long monitoredMillis() {
    return sum(days, ImportedRow::monitoredMillis);
  }

  long runningMillis() {
    return sum(days, ImportedRow::runningMillis);
  }

  long units() {
    return sum(days, ImportedRow::total);
  }

  long insideMillis() {
    return standing().intersect(monitored()).duration().toMillis();
  }

  boolean hasDay() {
    return !days.isEmpty();
  }

  ReconciledDay compared(@Nullable Decision decision) {
    long stopped = sum(days, ImportedRow::stoppedMillis);
    long eventMillis = sum(stops, stop -> stop.period().millis());
    List<String> notes = notes(stopped, eventMillis);
    double monitored = monitoredMillis();
    return new ReconciledDay(
        date,
        days.size(),
        monitored / 1000,
        runningMillis() / 1000.0,
        stopped / 1000.0,
        units(),
        stops.size(),
        eventMillis / 1000.0,
        insideMillis() / 1000.0,
        hours.isEmpty() ? null : sum(hours, ImportedRow::stoppedMillis) / 1000.0,
        (eventMillis - stopped) / 1000.0,
        notes.isEmpty(),
        notes,
        monitored == 0 ? null : runningMillis() / monitored,
        monitored == 0 ? null : (monitored - insideMillis()) / monitored,
        source(decision),
        decision == null ? null : decision.by(),
        decision == null ? null : decision.at());
  }

  private List<String> notes(long stopped, long eventMillis) {
    List<String> notes = new ArrayList<>();
    note(notes, days.size() > 1, "DATE_TWICE");
    note(notes, days.isEmpty(), "NO_DAY_ROW");
    note(notes, stops.isEmpty(), "NO_EVENTS");
    note(notes, apart(eventMillis, stopped), "STOPS_DIFFER");
    note(notes, apart(eventMillis, insideMillis()) && hasDay(), "EVENTS_OUTSIDE");
    note(notes, apart(monitoredMillis(), runningMillis() + stopped), "SUM_DIFFERS");
    note(
        notes,
        hours.stream().map(ImportedRow::period).distinct().count() < hours.size(),
        "HOUR_TWICE");
    note(
        notes,
        !hours.isEmpty() && apart(sum(hours, ImportedRow::stoppedMillis), stopped),
        "HOURS_DIFFER");
    return notes;
  }

  private static void note(List<String> notes, boolean holds, String code) {
    if (holds) {
      notes.add(code);
    }
  }

  private static boolean apart(long a, long b) {
    return Math.abs(a - b) > TOLERANCE_MILLIS;
  }

  private DaySource source(@Nullable Decision decision) {
    if (decision != null) {
      return decision.source();
    }
    return dayTable ? DaySource.DAY : DaySource.EVENTS;
  }

  /** The state changes that count, by the decision. */
  List<StateChange> changes(@Nullable Decision decision, LongSupplier ids) {
    List<StateChange> changes = new ArrayList<>();
    if (days.isEmpty() && source(decision) == DaySource.EVENTS) {
      for (ImportedRow stop : stops) {
        changes.add(change(ids, stop.period().start(), stop, stop.state(), Source.IMPORT));
        unobserved(changes, ids, stop.period().end());
      }
      return changes;
    }
    for (ImportedRow day : days) {
      changes.add(change(ids, day.period().start(), day, WorkUnitState.RUNNING, Source.IMPORT));
      if (source(decision) == DaySource.DAY) {
        rest(day, changes, ids);
      } else {
        stopsOf(day, changes, ids);
      }
      unobserved(changes, ids, day.period().end());
    }
    return changes;
  }

  /** The day table says how long the line stood, not when: the rest of the day, as one. */
  private static void rest(ImportedRow day, List<StateChange> changes, LongSupplier ids) {
    Instant runs = day.period().start().plusMillis(day.runningMillis());
    if (runs.isBefore(day.period().end())) {
      changes.add(change(ids, runs, day, WorkUnitState.UNCLASSIFIED, Source.SYSTEM));
    }
  }

  private void stopsOf(ImportedRow day, List<StateChange> changes, LongSupplier ids) {
    for (ImportedRow stop : stops) {
      Period inside = stop.period().intersect(day.period()).orElse(null);
      if (inside != null) {
        changes.add(change(ids, inside.start(), stop, stop.state(), Source.IMPORT));
        if (inside.end().isBefore(day.period().end())) {
          changes.add(change(ids, inside.end(), day, WorkUnitState.RUNNING, Source.IMPORT));
        }
      }
    }
  }

  private static void unobserved(List<StateChange> changes, LongSupplier ids, Instant from) {
    changes.add(
        new StateChange(ids.getAsLong(), from, WorkUnitState.NOT_OBSERVED, "", "", Source.SYSTEM));
  }

  private static StateChange change(
      LongSupplier ids, Instant at, ImportedRow row, WorkUnitState state, Source source) {
    return new StateChange(ids.getAsLong(), at, state, row.reason(), row.product(), source);
  }

  /** What was made by the day table. */
  List<CountRecord> counts(LongSupplier ids) {
    return days.stream()
        .filter(day -> day.total() != 0)
        .map(day ->
            new CountRecord(
                ids.getAsLong(),
                unit,
                day.period(),
                day.product(),
                day.total(),
                day.total(),
                0,
                0,
                Source.IMPORT))
        .toList();
  }
}
