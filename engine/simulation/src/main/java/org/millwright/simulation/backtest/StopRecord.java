// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.millwright.model.Refusal;
import org.millwright.simulation.history.CsvTable;
import org.millwright.simulation.history.LifeData;

/**
 * A line's record of stops and of watched and running time by the hour. The two tables need not
 * agree; each is taken for what only it knows: the stops for lengths, the hours for availability.
 */
public final class StopRecord {

  private record Stop(LocalDateTime start, LocalDateTime end, int line) {}

  private final List<Hour> hours = new ArrayList<>();
  private final TreeMap<LocalDate, List<Stop>> stops = new TreeMap<>();
  private final Set<LocalDateTime> watched = new HashSet<>();
  private final List<Refusal> faults = new ArrayList<>();

  private StopRecord() {}

  /**
   * Reads the texts of a stop table ({@code date, downtime_start_time, downtime_end_time}) and an
   * hour table ({@code date, hour_start, monitored_time_h, operation_time_h}).
   */
  public static StopRecord read(String downtime, String hourly) {
    StopRecord record = new StopRecord();
    record.readHours(new CsvTable(hourly));
    record.readStops(new CsvTable(downtime));
    return record;
  }

  /** What cannot be read or contradicts itself; rows at fault are left out. */
  public List<Refusal> faults() {
    return List.copyOf(faults);
  }

  private void fault(String code, String table, int line, String message) {
    faults.add(Refusal.of(code, "%s line %d".formatted(table, line), message));
  }

  private boolean lacks(CsvTable table, String name, String... columns) {
    for (String column : columns) {
      if (!table.has(column)) {
        fault("SIM-HISTORY-COLUMN", name, 1, "The column \"%s\" is missing.".formatted(column));
        return true;
      }
    }
    return false;
  }

  private void readHours(CsvTable table) {
    if (lacks(table, "hours", "date", "hour_start", "monitored_time_h", "operation_time_h")) {
      return;
    }
    for (int row = 0; row < table.size(); row++) {
      try {
        LocalDate date = LocalDate.parse(table.cell(row, "date"));
        int hour = (int) Double.parseDouble(table.cell(row, "hour_start"));
        double monitored = Double.parseDouble(table.cell(row, "monitored_time_h"));
        double running = Double.parseDouble(table.cell(row, "operation_time_h"));
        if (monitored > 0) {
          hours.add(new Hour(date, hour, monitored, running));
          watched.add(date.atTime(hour, 0));
        }
      } catch (DateTimeException | NumberFormatException fault) {
        fault("SIM-HISTORY-TIME", "hours", table.line(row), "The row cannot be read.");
      }
    }
  }

  private void readStops(CsvTable table) {
    if (lacks(table, "stops", "date", "downtime_start_time", "downtime_end_time")) {
      return;
    }
    for (int row = 0; row < table.size(); row++) {
      try {
        LocalDate date = LocalDate.parse(table.cell(row, "date"));
        LocalTime start = LocalTime.parse(table.cell(row, "downtime_start_time"));
        LocalTime end = LocalTime.parse(table.cell(row, "downtime_end_time"));
        add(date, new Stop(date.atTime(start), date.atTime(end), table.line(row)));
      } catch (DateTimeException fault) {
        fault("SIM-HISTORY-TIME", "stops", table.line(row), "The row cannot be read.");
      }
    }
    stops.values().forEach(this::checkOverlaps);
  }

  private void add(LocalDate date, Stop stop) {
    if (stop.end.isBefore(stop.start)) {
      fault("SIM-HISTORY-NEGATIVE", "stops", stop.line, "The stop ends before it starts.");
    } else {
      stops.computeIfAbsent(date, day -> new ArrayList<>()).add(stop);
    }
  }

  private void checkOverlaps(List<Stop> day) {
    day.sort(Comparator.comparing(Stop::start));
    for (int i = 1; i < day.size(); i++) {
      if (day.get(i).start.isBefore(day.get(i - 1).end)) {
        fault(
            "SIM-HISTORY-OVERLAP",
            "stops",
            day.get(i).line,
            "The stop begins before the one of line %d ends.".formatted(day.get(i - 1).line));
        day.remove(i--);
      }
    }
  }

  /** The watched hours from a date up to but not including another. */
  public List<Hour> hours(LocalDate from, LocalDate until) {
    return hours.stream()
        .filter(hour -> !hour.date().isBefore(from) && hour.date().isBefore(until))
        .sorted(Comparator.comparing(Hour::date).thenComparingInt(Hour::hour))
        .toList();
  }

  /** The days with stops from a date up to but not including another. */
  public List<Day> days(LocalDate from, LocalDate until) {
    return stops.subMap(from, until).entrySet().stream()
        .map(entry -> day(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Day day(LocalDate date, List<Stop> list) {
    List<Double> runs = new ArrayList<>();
    List<Double> cut = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      lengths.add(Math.max(1, seconds(list.get(i).start, list.get(i).end)));
      if (i + 1 < list.size()) {
        addRun(list.get(i).end, list.get(i + 1).start, runs, cut);
      }
    }
    return new Day(date, new LifeData(runs, cut), lengths);
  }

  /**
   * A run is whole when every hour it touches was watched; otherwise it is cut off at that hour.
   */
  private void addRun(
      LocalDateTime from, LocalDateTime until, List<Double> runs, List<Double> cut) {
    boolean dayIsKnown =
        watched.stream().anyMatch(at -> at.toLocalDate().equals(from.toLocalDate()));
    LocalDateTime hour = from.toLocalDate().atTime(from.getHour(), 0);
    while (dayIsKnown && hour.isBefore(until)) {
      if (!watched.contains(hour)) {
        if (hour.isAfter(from)) {
          cut.add(seconds(from, hour));
        }
        return;
      }
      hour = hour.plusHours(1);
    }
    if (until.isAfter(from)) {
      runs.add(seconds(from, until));
    }
  }

  private static double seconds(LocalDateTime from, LocalDateTime until) {
    return Duration.between(from, until).toNanos() / 1e9;
  }
}
