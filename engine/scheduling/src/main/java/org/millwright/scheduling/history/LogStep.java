// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step of an order: rows of one activity, one after the other in the log.
 *
 * @param order what was made
 * @param activity the kind of step
 * @param rows at least one, by start
 */
public record LogStep(String order, String activity, List<LogRow> rows) {

  public LogStep {
    rows = List.copyOf(rows);
  }

  /** When it began. */
  public LocalDateTime start() {
    return rows.getFirst().start();
  }

  /** When it had ended. */
  public LocalDateTime end() {
    return rows.stream().map(LogRow::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Minutes in which somebody worked on it; two at the same time count once. */
  public int minutes() {
    int sum = 0;
    LocalDateTime until = start();
    for (LogRow row : rows) {
      LocalDateTime from = row.start().isAfter(until) ? row.start() : until;
      if (row.end().isAfter(from)) {
        sum += new LogRow(row.line(), order, activity, row.resource(), from, row.end()).minutes();
        until = row.end();
      }
    }
    return Math.max(1, sum);
  }

  /** The resource that worked on it longest; of equals the first by name. */
  public String mainResource() {
    Map<String, Integer> minutes = new TreeMap<>();
    rows.forEach(row -> minutes.merge(row.resource(), row.minutes(), Integer::sum));
    return minutes.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
