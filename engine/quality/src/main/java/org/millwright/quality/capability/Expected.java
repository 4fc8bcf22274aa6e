// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.function.DoubleUnaryOperator;
import org.millwright.quality.math.Normal;

/**
 * Parts expected outside the limits, per million.
 *
 * @param ppmBelow below the lower limit
 * @param ppmAbove above the upper limit
 * @param ppmTotal both
 * @param zLower the standard normal quantile of the share above the lower limit (Z.LSL)
 * @param zUpper the standard normal quantile of the share below the upper limit (Z.USL)
 * @param zBench the standard normal quantile of the share inside (Z.Bench)
 */
public record Expected(
    double ppmBelow,
    double ppmAbove,
    double ppmTotal,
    double zLower,
    double zUpper,
    double zBench) {

  private static final double MILLION = 1e6;

  /** Of a normal process; tails are computed as tails, so that 9σ still differs from 8σ. */
  static Expected normal(double mean, double sigma, Limits limits) {
    double zLower = (mean - limits.lower()) / sigma;
    double zUpper = (limits.upper() - mean) / sigma;
    double below = limits.hasLower() ? Normal.cdf(-zLower) : 0;
    double above = limits.hasUpper() ? Normal.cdf(-zUpper) : 0;
    return of(below, above, zLower, zUpper);
  }

  /** Of any distribution. */
  static Expected of(DoubleUnaryOperator cdf, Limits limits) {
    double below = limits.hasLower() ? cdf.applyAsDouble(limits.lower()) : 0;
    double above = limits.hasUpper() ? 1 - cdf.applyAsDouble(limits.upper()) : 0;
    return of(
        below,
        above,
        limits.hasLower() ? quantile(below) : Double.NaN,
        limits.hasUpper() ? quantile(above) : Double.NaN);
  }

  private static Expected of(double below, double above, double zLower, double zUpper) {
    return new Expected(
        below * MILLION,
        above * MILLION,
        (below + above) * MILLION,
        zLower,
        zUpper,
        quantile(below + above));
  }

  private static double quantile(double outside) {
    return outside > 0 && outside < 1 ? -Normal.quantile(outside) : Double.NaN;
  }
}
