// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

/** The two one-sided cumulative sums, a deviation from target at a time. */
final class Cusum {

  private double high;
  private double low;
  private int sinceHigh;
  private int sinceLow;

  /** Starts both sums at a head start (Lucas and Crosier 1982). */
  Cusum(double headStart) {
    high = headStart;
    low = headStart;
  }

  /** Takes a deviation from the target; {@code slack} is the reference value K. */
  void accept(double deviation, double slack) {
    high = Math.max(0, high + deviation - slack);
    low = Math.max(0, low - deviation - slack);
    sinceHigh = high > 0 ? sinceHigh + 1 : 0;
    sinceLow = low > 0 ? sinceLow + 1 : 0;
  }

  /** C⁺. */
  double high() {
    return high;
  }

  /** C⁻, as a positive sum. */
  double low() {
    return low;
  }

  /** N⁺, for how many points C⁺ has been above 0. */
  int sinceHigh() {
    return sinceHigh;
  }

  /** N⁻, for how many points C⁻ has been above 0. */
  int sinceLow() {
    return sinceLow;
  }
}
