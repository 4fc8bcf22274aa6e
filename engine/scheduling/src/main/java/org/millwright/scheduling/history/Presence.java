// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.millwright.scheduling.problem.Span;

/**
 * When a resource was there, and how many things it did at once.
 *
 * @param working ticks of a minute in which it was there
 * @param slots things it did at once, but for a twentieth of its busy time
 * @param busy minutes in which it did something
 */
record Presence(List<Span> working, int slots, long busy) {

  /** Shorter pauses between two rows are breaks or waits in a shift, longer ones its end. */
  private static final int SHIFT_GAP_MINUTES = 240;

  private static final double RARE = 0.05;

  /** What the rows of one resource tell. */
  static Presence of(List<LogRow> rows, LocalDateTime origin) {
    List<Span> spans =
        rows.stream()
            .map(row -> new Span(tick(row.start(), origin), tick(row.end(), origin)))
            .filter(span -> span.from() < span.to())
            .sorted()
            .toList();
    List<Span> working = joined(spans, SHIFT_GAP_MINUTES);
    long busy = joined(spans, 0).stream().mapToLong(span -> span.to() - span.from()).sum();
    return new Presence(working, slots(spans, busy), busy);
  }

  static int tick(LocalDateTime time, LocalDateTime origin) {
    return (int) Duration.between(origin, time).toMinutes();
  }

  private static List<Span> joined(List<Span> spans, int gap) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      if (!joined.isEmpty() && span.from() - joined.getLast().to() <= gap) {
        Span last = joined.removeLast();
        joined.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** Peaks of a few minutes come from handing over; they are no capacity. */
  private static int slots(List<Span> spans, long busy) {
    TreeMap<Integer, Integer> change = new TreeMap<>();
    for (Span span : spans) {
      change.merge(span.from(), 1, Integer::sum);
      change.merge(span.to(), -1, Integer::sum);
    }
    TreeMap<Integer, Long> minutes = new TreeMap<>(Comparator.reverseOrder());
    int at = 0;
    int level = 0;
    for (var entry : change.entrySet()) {
      minutes.merge(level, (long) entry.getKey() - at, Long::sum);
      at = entry.getKey();
      level += entry.getValue();
    }
    long above = 0;
    for (var entry : minutes.entrySet()) {
      above += entry.getValue();
      if (above > RARE * busy) {
        return Math.max(1, entry.getKey());
      }
    }
    return 1;
  }
}
