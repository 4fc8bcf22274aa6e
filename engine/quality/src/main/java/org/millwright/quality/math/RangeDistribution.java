// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

/**
 * The distribution of the relative range W = R/σ of n independent normal values.
 *
 * <p>P(W ≤ w) = n ∫ φ(x) [Φ(x+w) − Φ(x)]ⁿ⁻¹ dx (Harter 1960). The integrand is analytic and
 * vanishes at both ends, so the trapezoidal rule converges faster than any power of its step.
 */
public final class RangeDistribution {

  private static final double REACH = 9;
  private static final int STEPS = 360;
  private static final double STEP = 2 * REACH / STEPS;
  private static final double[] DENSITY = new double[STEPS + 1];
  private static final double[] CUMULATIVE = new double[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      double x = -REACH + i * STEP;
      DENSITY[i] = Normal.density(x);
      CUMULATIVE[i] = Normal.cdf(x);
    }
  }

  private RangeDistribution() {}

  /** P(W ≤ w) for subgroups of {@code n} ≥ 2. */
  public static double cdf(double w, int n) {
    if (w <= 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double between = Normal.cdf(-REACH + i * STEP + w) - CUMULATIVE[i];
      sum += DENSITY[i] * Math.pow(between, n - 1);
    }
    return Math.min(1, n * sum * STEP);
  }

  /** The w with P(W ≤ w) = p. */
  public static double quantile(double p, int n) {
    return Roots.bisect(w -> cdf(w, n) - p, 0, 2 * REACH);
  }

  /** E[Wᵏ] for k of 1 or 2, by integrating k wᵏ⁻¹ P(W &gt; w) with Simpson's rule. */
  static double moment(int k, int n) {
    int steps = 400;
    double step = 16.0 / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double w = i * step;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * k * Math.pow(w, k - 1) * (1 - cdf(w, n));
    }
    return sum * step / 3;
  }
}
