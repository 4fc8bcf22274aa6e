// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.time.LocalDate;

/**
 * A sealed Parquet file: sorted by tag and time, never changed, replaced as a whole by merging.
 *
 * @param id number shared by the samples file and the minute and hour aggregates made from it
 * @param day the UTC day that all its rows belong to
 * @param level 0 sealed from memory, one more with each merge
 * @param rows rows in it
 * @param minTime smallest time (start of the step for aggregates), epoch milliseconds
 * @param maxTime largest time, epoch milliseconds
 */
record SealedFile(
    Kind kind, long id, LocalDate day, int level, long rows, long minTime, long maxTime) {

  /** Path below the historian's folder, Hive-partitioned by day as Parquet readers expect it. */
  String path() {
    return "%s/day=%s/%09d.parquet".formatted(kind.folder(), day, id);
  }

  boolean overlaps(long from, long to) {
    return minTime < to && maxTime >= from;
  }
}
