// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;

/**
 * Quantiles of non-negative whole numbers within 0.8 % of their size, in constant space: each power
 * of two is cut into 64 equal parts.
 */
public final class QuantileSketch {

  private static final int BITS = 6;
  private static final int PARTS = 1 << BITS;

  private long[] counts = new long[(64 - BITS) * PARTS];
  private long total;

  /** Takes one value in. */
  public void add(long value) {
    counts[cell(Math.max(0, value))]++;
    total++;
  }

  private static int cell(long value) {
    if (value < PARTS) {
      return (int) value;
    }
    int shift = 63 - Long.numberOfLeadingZeros(value) - BITS;
    return (shift + 1) * PARTS + (int) (value >>> shift) - PARTS;
  }

  private static double middle(int cell) {
    if (cell < PARTS) {
      return cell;
    }
    int shift = cell / PARTS - 1;
    double width = Math.scalb(1.0, shift);
    return (cell % PARTS + PARTS) * width + (width - 1) / 2;
  }

  /** The value a share of all values does not exceed; NaN when there is none. */
  public double quantile(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    double rank = share * total;
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      below += counts[i];
      if (below >= rank && counts[i] > 0) {
        return middle(i);
      }
    }
    throw new IllegalStateException("The counts do not add up to " + total + ".");
  }

  /** Forgets all values. */
  public void restart() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  /** Writes the sketch to an archive or takes it from there. */
  public void exchange(Archive archive) {
    counts = archive.exchange(counts);
    total = archive.exchange(total);
  }
}
