// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.model.Refusal;
import org.millwright.scheduling.history.LogFault.Kind;

/**
 * Reads an event log as process mining has it: a comma-separated file with the columns {@code
 * case_id}, {@code activity}, {@code resource}, {@code start_timestamp} and {@code timestamp} (the
 * end), in any order, others passed over. Times are {@code 2012/01/30 06:24:00} or ISO-8601 without
 * a zone.
 *
 * <p>No row is dropped silently: what cannot be right is listed with its line.
 */
public final class LogReader {

  private static final List<String> COLUMNS =
      List.of("case_id", "activity", "resource", "start_timestamp", "timestamp");
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("uuuu/M/d H:mm[:ss]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Nobody works on one thing for longer: such a row was not signed off. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final int MOST_ROWS = 500_000;

  private final List<LogRow> rows = new ArrayList<>();
  private final List<LogFault> faults = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final int[] position = new int[COLUMNS.size()];
  private int width;

  private LogReader() {}

  /** Reads the text of a file. */
  public static LogReading read(String text) {
    return new LogReader().all(text);
  }

  private LogReading all(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() > MOST_ROWS) {
      return refused("SCHEDULE-SIZE", "line " + MOST_ROWS, "A log has at most 500,000 rows.");
    }
    List<String> header =
        lines.isEmpty() ? List.of() : values(lines.getFirst().replace("\uFEFF", ""));
    width = header.size();
    for (int i = 0; i < position.length; i++) {
      position[i] = header.indexOf(COLUMNS.get(i));
      if (position[i] < 0) {
        return refused(
            "SCHEDULE-LOG", "line 1", "The header has no column " + COLUMNS.get(i) + ".");
      }
    }
    int count = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        count++;
        row(i + 1, values(lines.get(i)));
      }
    }
    if (rows.isEmpty()) {
      return refused("SCHEDULE-LOG", "line 2", "No row of the log can be used.");
    }
    overlaps();
    faults.sort(Comparator.comparingInt(LogFault::line).thenComparing(LogFault::kind));
    return new LogReading.Accepted(new EventLog(count, rows, faults));
  }

  private static LogReading refused(String code, String place, String message) {
    return new LogReading.Refused(List.of(Refusal.of(code, place, message)));
  }

  /** The values of a line; a quoted one may hold commas and doubled quotes. */
  static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          value.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }

  private void row(int line, List<String> values) {
    if (values.size() != width) {
      fault(line, Kind.COLUMNS, values.size() + " values where the header has " + width + ".");
      return;
    }
    List<String> known = Arrays.stream(position).mapToObj(values::get).toList();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (known.get(i).isEmpty()) {
        fault(line, i < 3 ? Kind.EMPTY : Kind.TIME, COLUMNS.get(i) + " is empty.");
        return;
      }
    }
    Optional<LocalDateTime> start = time(known.get(3));
    Optional<LocalDateTime> end = time(known.get(4));
    if (start.isEmpty() || end.isEmpty()) {
      String text = known.get(start.isEmpty() ? 3 : 4);
      fault(line, Kind.TIME, "\"" + text + "\" is no date and time.");
    } else {
      row(
          new LogRow(line, known.get(0), known.get(1), known.get(2), start.get(), end.get()),
          known);
    }
  }

  private void row(LogRow row, List<String> known) {
    if (row.end().isBefore(row.start())) {
      fault(row.line(), Kind.BACKWARDS, "It ends " + row.end() + ", before its start.");
    } else if (row.end().equals(row.start())) {
      fault(row.line(), Kind.NO_TIME, "It ends when it starts, " + row.start() + ".");
    } else if (Duration.between(row.start(), row.end()).compareTo(LONGEST) > 0) {
      fault(row.line(), Kind.TOO_LONG, "It lasts longer than a week, to " + row.end() + ".");
    } else if (!seen.add(known)) {
      fault(row.line(), Kind.DUPLICATE, "A row above is the same in every value.");
    } else {
      rows.add(row);
    }
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(
          text.indexOf('/') > 0 ? LocalDateTime.parse(text, SLASHED) : LocalDateTime.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private void overlaps() {
    Map<String, List<LogRow>> byResource = new HashMap<>();
    rows.forEach(
        row -> byResource.computeIfAbsent(row.resource(), r -> new ArrayList<>()).add(row));
    for (List<LogRow> own : byResource.values()) {
      own.sort(Comparator.comparing(LogRow::start).thenComparingInt(LogRow::line));
      LogRow longest = own.getFirst();
      for (LogRow row : own.subList(1, own.size())) {
        if (row.overlaps(longest)) {
          overlap(row, longest);
        }
        longest = row.end().isAfter(longest.end()) ? row : longest;
      }
    }
  }

  private void overlap(LogRow row, LogRow other) {
    boolean same = row.order().equals(other.order()) && row.activity().equals(other.activity());
    fault(
        row.line(),
        same ? Kind.DOUBLE_BOOKED : Kind.OVERLAP,
        "%s is on %s (%s) until %s by line %d."
            .formatted(row.resource(), other.order(), other.activity(), other.end(), other.line()));
  }

  private void fault(int line, Kind kind, String message) {
    faults.add(new LogFault(line, kind, message));
  }
}
