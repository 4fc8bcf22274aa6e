// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

/**
 * One plotted value with its lines.
 *
 * @param value the statistic; not a number where there is none yet, such as the first moving range
 * @param center the centre line
 * @param sigma the statistic's standard deviation
 * @param lower the lower control limit
 * @param upper the upper control limit
 */
public record Spot(double value, double center, double sigma, double lower, double upper) {

  /** Symmetric limits, cut at bounds the statistic cannot pass. */
  static Spot of(double value, double center, double sigma, double sigmas, double least) {
    double lower = Math.max(least, center - sigmas * sigma);
    return new Spot(value, center, sigma, lower, center + sigmas * sigma);
  }

  /** Symmetric limits without bounds. */
  static Spot of(double value, double center, double sigma, double sigmas) {
    return of(value, center, sigma, sigmas, Double.NEGATIVE_INFINITY);
  }

  /** Whether a value is plotted here. */
  public boolean isPlotted() {
    return !Double.isNaN(value);
  }

  /** Whether the value lies beyond a limit. */
  public boolean isBeyond() {
    return value > upper || value < lower;
  }
}
