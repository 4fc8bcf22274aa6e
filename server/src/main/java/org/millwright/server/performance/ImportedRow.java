// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.LocalDate;
import org.millwright.model.Period;
import org.millwright.performance.WorkUnitState;

/**
 * A row of a file as it was read; what its kind does not have is 0 or empty.
 *
 * @param date the date it is booked on
 * @param monitoredMillis time that was watched
 * @param runningMillis of it running, by the file
 * @param stoppedMillis of it stopped, by the file; with running it does not always give monitored
 * @param line line in the file
 */
record ImportedRow(
    ImportKind kind,
    String unit,
    LocalDate date,
    Period period,
    long monitoredMillis,
    long runningMillis,
    long stoppedMillis,
    WorkUnitState state,
    String reason,
    String product,
    long total,
    long good,
    long scrap,
    long rework,
    String shift,
    String crew,
    long line) {

  /**
   * What makes two rows the same: a file brought twice is one file, but two rows that say different
   * things about the same time are two.
   */
  String key() {
    return kind
        + ":"
        + unit
        + ":"
        + period.start().toEpochMilli()
        + ":"
        + period.end().toEpochMilli()
        + ":"
        + product
        + ":"
        + monitoredMillis
        + ":"
        + runningMillis
        + ":"
        + total;
  }
}
