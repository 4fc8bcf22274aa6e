// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.special.Gamma;

/**
 * The constants of control charts, computed rather than tabulated.
 *
 * <p>Definitions as in ISO 7870-2 and Montgomery, Introduction to Statistical Quality Control,
 * Appendix VI.
 */
public final class ControlConstants {

  private static final Map<Integer, double[]> RANGE = new ConcurrentHashMap<>();
  private static final Map<Integer, Double> MEDIAN_RANGE = new ConcurrentHashMap<>();

  private ControlConstants() {}

  /** E[S]/σ of a sample of n ≥ 2: √(2/(n−1)) Γ(n/2)/Γ((n−1)/2). */
  public static double c4(double n) {
    return Math.sqrt(2 / (n - 1)) * Math.exp(Gamma.logGamma(n / 2) - Gamma.logGamma((n - 1) / 2));
  }

  /** Standard deviation of S/σ: √(1 − c4²). */
  public static double c5(int n) {
    double c4 = c4(n);
    return Math.sqrt(1 - c4 * c4);
  }

  /** E[R]/σ of a sample of n ≥ 2. */
  public static double d2(int n) {
    return range(n)[0];
  }

  /** Standard deviation of R/σ. */
  public static double d3(int n) {
    return range(n)[1];
  }

  /** Median of R/σ. */
  public static double d4(int n) {
    return MEDIAN_RANGE.computeIfAbsent(n, size -> RangeDistribution.quantile(0.5, size));
  }

  /**
   * Duncan's d2* of the mean of g ranges of n values: √(d2² + d3²/g), so that (R̄/d2*)² is an
   * unbiased estimate of σ²; AIAG's K1, K2 and K3 are its reciprocals.
   */
  public static double d2Star(int n, int g) {
    return Math.sqrt(d2(n) * d2(n) + d3(n) * d3(n) / g);
  }

  private static double[] range(int n) {
    return RANGE.computeIfAbsent(
        n,
        size -> {
          double mean = RangeDistribution.moment(1, size);
          double square = RangeDistribution.moment(2, size);
          return new double[] {mean, Math.sqrt(square - mean * mean)};
        });
  }
}
