// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

/** The range of the newest so many values, a value at a time. */
final class MovingRange {

  private final double[] window;
  private int seen;

  MovingRange(int span) {
    window = new double[span];
  }

  /** Takes a value; not a number until the window is full. */
  double accept(double value) {
    window[seen % window.length] = value;
    seen++;
    if (seen < window.length) {
      return Double.NaN;
    }
    double low = value;
    double high = value;
    for (double other : window) {
      low = Math.min(low, other);
      high = Math.max(high, other);
    }
    return high - low;
  }
}
