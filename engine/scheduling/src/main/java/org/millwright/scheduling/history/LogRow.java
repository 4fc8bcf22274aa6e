// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A stretch of work as the log has it.
 *
 * @param line in the file, the header being line 1
 * @param order what was made
 * @param activity the kind of step
 * @param resource who or what did it
 * @param start the shop's local time
 * @param end the shop's local time, after {@code start}
 */
public record LogRow(
    int line,
    String order,
    String activity,
    String resource,
    LocalDateTime start,
    LocalDateTime end) {

  /** Minutes from start to end, a begun minute counted whole; at least 1. */
  public int minutes() {
    return (int) Math.max(1, Math.ceilDiv(Duration.between(start, end).toSeconds(), 60));
  }

  /** Whether this and another row share a moment. */
  public boolean overlaps(LogRow other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
