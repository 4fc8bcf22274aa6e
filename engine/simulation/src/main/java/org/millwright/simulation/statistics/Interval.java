// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean with its uncertainty.
 *
 * @param mean NaN when nothing was observed
 * @param halfWidth of the confidence interval; NaN for fewer than two observations
 * @param count observations behind it
 */
public record Interval(double mean, double halfWidth, long count) {

  /** The t-interval of a tally of independent observations. */
  public static Interval of(Tally tally, double confidence) {
    if (tally.count() < 2) {
      return new Interval(tally.mean(), Double.NaN, tally.count());
    }
    double halfWidth =
        quantile(confidence, (double) tally.count() - 1)
            * tally.deviation()
            / Math.sqrt((double) tally.count());
    return new Interval(tally.mean(), halfWidth, tally.count());
  }

  /** The t-interval of some independent observations; those that are NaN do not count. */
  public static Interval of(double[] observations, double confidence) {
    Tally tally = new Tally();
    for (double observation : observations) {
      if (!Double.isNaN(observation)) {
        tally.add(observation);
      }
    }
    return of(tally, confidence);
  }

  /** The two-sided quantile of Student's t: 0.95 gives the 97.5 % point. */
  public static double quantile(double confidence, double degrees) {
    return new TDistribution(degrees).inverseCumulativeProbability((1 + confidence) / 2);
  }

  /** Whether a value lies inside. */
  public boolean holds(double value) {
    return Math.abs(value - mean) <= halfWidth;
  }

  /** The half-width over the mean. */
  public double relativeHalfWidth() {
    return Math.abs(halfWidth / mean);
  }
}
