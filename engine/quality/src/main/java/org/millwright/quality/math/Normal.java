// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

  private static final NormalDistribution STANDARD = new NormalDistribution(0, 1);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /** P(Z ≤ z). */
  public static double cdf(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** The z with P(Z ≤ z) = p, for 0 &lt; p &lt; 1. */
  public static double quantile(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }

  /** The density at z. */
  public static double density(double z) {
    return Math.exp(-z * z / 2) / ROOT_TWO_PI;
  }
}
