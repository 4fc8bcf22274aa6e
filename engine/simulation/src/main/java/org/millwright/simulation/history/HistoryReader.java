// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.LineState;

/**
 * Reads state intervals ({@code machine,state,start,end[,product]}) and counts ({@code
 * machine,start,end,good[,rejected][,product]}).
 */
public final class HistoryReader {

  private static final int MOST_FAULTS = 100;
  private static final double SAME_TIME = 1e-6;

  private final List<Refusal> faults = new ArrayList<>();
  private final List<Refusal> warnings = new ArrayList<>();

  private HistoryReader() {}

  /** Reads a history from the texts of its files. */
  public static HistoryReading read(String intervals, Optional<String> counts) {
    HistoryReader reader = new HistoryReader();
    List<StateInterval> list = reader.intervals(new CsvTable(intervals));
    List<Count> made = counts.map(text -> reader.counts(new CsvTable(text))).orElse(List.of());
    return reader.faults.isEmpty()
        ? new HistoryReading.Accepted(new History(list, made, reader.warnings))
        : new HistoryReading.Refused(reader.faults);
  }

  private void fault(String code, int line, String message, String maybe) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Refusal(code, "line " + line, message, maybe));
    }
  }

  private boolean hasColumns(CsvTable table, String... columns) {
    for (String column : columns) {
      if (!table.has(column)) {
        fault("SIM-HISTORY-COLUMN", 1, "The column \"%s\" is missing.".formatted(column), "");
      }
    }
    return faults.isEmpty();
  }

  private List<StateInterval> intervals(CsvTable table) {
    if (!hasColumns(table, "machine", "state", "start", "end")) {
      return List.of();
    }
    Map<String, List<StateInterval>> byMachine = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      interval(table, row)
          .ifPresent(
              one -> byMachine.computeIfAbsent(one.machine(), key -> new ArrayList<>()).add(one));
    }
    List<StateInterval> all = new ArrayList<>();
    for (List<StateInterval> own : byMachine.values()) {
      own.sort(Comparator.comparingDouble(StateInterval::start));
      checkNeighbours(own);
      all.addAll(own);
    }
    if (all.isEmpty() && faults.isEmpty()) {
      fault("SIM-HISTORY-EMPTY", 1, "There is no interval to learn from.", "");
    }
    return all;
  }

  private Optional<StateInterval> interval(CsvTable table, int row) {
    int line = table.line(row);
    Optional<LineState> state = state(table.cell(row, "state"));
    if (state.isEmpty()) {
      fault(
          "SIM-HISTORY-STATE",
          line,
          "\"%s\" is no state.".formatted(table.cell(row, "state")),
          "one of RUNNING, SETUP, STARVED, BLOCKED, MINOR_STOP, BREAKDOWN, PLANNED_STOP, IDLE,"
              + " NOT_OBSERVED was meant.");
    }
    double start = time(table, row, "start");
    double end = time(table, row, "end");
    if (end < start) {
      fault(
          "SIM-HISTORY-NEGATIVE",
          line,
          "The interval ends %s s before it starts.".formatted(start - end),
          "start and end are exchanged.");
    }
    String machine = table.cell(row, "machine");
    if (machine.isEmpty()) {
      fault("SIM-HISTORY-MACHINE", line, "The machine is not named.", "");
    }
    String product = table.cell(row, "product");
    return state.map(s -> new StateInterval(machine, s, product, start, end, line));
  }

  private static Optional<LineState> state(String word) {
    for (LineState state : LineState.values()) {
      if (state.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private double time(CsvTable table, int row, String column) {
    double seconds = Instants.seconds(table.cell(row, column));
    if (Double.isNaN(seconds)) {
      fault(
          "SIM-HISTORY-TIME",
          table.line(row),
          "\"%s\" is no time.".formatted(table.cell(row, column)),
          "use ISO 8601 or seconds.");
    }
    return seconds;
  }

  private void checkNeighbours(List<StateInterval> own) {
    for (int i = 1; i < own.size(); i++) {
      StateInterval before = own.get(i - 1);
      StateInterval after = own.get(i);
      double gap = after.start() - before.end();
      if (gap < -SAME_TIME) {
        fault(
            "SIM-HISTORY-OVERLAP",
            after.line(),
            "The interval begins %s s before the one of line %d ends."
                .formatted(-gap, before.line()),
            "the record of \"%s\" was joined from two sources.".formatted(after.machine()));
      } else if (gap > SAME_TIME && warnings.size() < MOST_FAULTS) {
        warnings.add(
            Refusal.of(
                "SIM-HISTORY-GAP",
                "line " + after.line(),
                "Nothing is recorded of \"%s\" for %s s before; spans that reach into it count as cut off."
                    .formatted(after.machine(), gap)));
      }
    }
  }

  private List<Count> counts(CsvTable table) {
    List<Count> list = new ArrayList<>();
    if (!hasColumns(table, "machine", "start", "end", "good")) {
      return list;
    }
    for (int row = 0; row < table.size(); row++) {
      double start = time(table, row, "start");
      double end = time(table, row, "end");
      double good = number(table, row, "good");
      double rejected = table.cell(row, "rejected").isEmpty() ? 0 : number(table, row, "rejected");
      if (end < start || good < 0 || rejected < 0) {
        fault("SIM-HISTORY-NEGATIVE", table.line(row), "A duration or a count is below zero.", "");
      }
      list.add(
          new Count(
              table.cell(row, "machine"), table.cell(row, "product"), start, end, good, rejected));
    }
    return list;
  }

  private double number(CsvTable table, int row, String column) {
    try {
      return Double.parseDouble(table.cell(row, column));
    } catch (NumberFormatException noNumber) {
      fault(
          "SIM-HISTORY-COUNT",
          table.line(row),
          "\"%s\" is no count.".formatted(table.cell(row, column)),
          "");
      return 0;
    }
  }
}
