// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.math.BigInteger;
import org.millwright.model.Period;

/**
 * How many items a work unit made in a stretch of time.
 *
 * <p>Increments may be negative: a reject found later takes one from good and adds one to scrap.
 * Always {@code total = good + scrap + rework}, so that no item is without a verdict and quality
 * losses add up.
 *
 * @param id unique; the later recorded has the greater one
 * @param workUnit identity of the work unit
 * @param period when they were made, as closely as known
 * @param product what was made, empty when unknown
 * @param total items produced (PQ)
 * @param good items right the first time (GQ)
 * @param scrap items thrown away (SQ)
 * @param rework items to be worked again (RQ)
 * @param source who says so
 */
public record CountRecord(
    long id,
    String workUnit,
    Period period,
    String product,
    long total,
    long good,
    long scrap,
    long rework,
    Source source) {

  public CountRecord {
    if (total != good + scrap + rework) {
      throw new IllegalArgumentException(
          "total %d is not good %d + scrap %d + rework %d".formatted(total, good, scrap, rework));
    }
  }

  /**
   * The whole items of an amount that belong to the part of the record's time in a window, as if
   * made evenly. Parts of any tiling of the record add up to the amount exactly.
   *
   * @param amount one of the record's counts
   */
  long share(long amount, long windowStartMillis, long windowEndMillis) {
    long start = period.start().toEpochMilli();
    long length = Math.max(1, period.end().toEpochMilli() - start);
    return upTo(amount, windowEndMillis - start, length)
        - upTo(amount, windowStartMillis - start, length);
  }

  private static long upTo(long amount, long elapsed, long length) {
    if (elapsed <= 0) {
      return 0;
    }
    if (elapsed >= length) {
      return amount;
    }
    if (Math.multiplyHigh(amount, elapsed) == (amount * elapsed) >> 63) {
      return Math.floorDiv(amount * elapsed, length);
    }
    // A correction of billions over months: rare enough to be slow.
    BigInteger[] parts =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(elapsed))
            .divideAndRemainder(BigInteger.valueOf(length));
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }
}
