// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.millwright.quality.math.Normal;

/**
 * Capability indices for one standard deviation: Cp, Cpk … for the short-term one, Pp, Ppk … for
 * the overall one.
 *
 * @param c (USL − LSL)/6σ: Cp or Pp
 * @param l (μ − LSL)/3σ: Cpl or Ppl
 * @param u (USL − μ)/3σ: Cpu or Ppu
 * @param k the smaller of the two: Cpk or Ppk
 * @param m (USL − LSL)/(6 √(σ² + (μ − T)²)): Cpm
 * @param cInterval the interval of c
 * @param lInterval the interval of l
 * @param uInterval the interval of u
 * @param kInterval the interval of k
 * @param mInterval the interval of m
 */
record Indices(
    double c,
    double l,
    double u,
    double k,
    double m,
    Interval cInterval,
    Interval lInterval,
    Interval uInterval,
    Interval kInterval,
    Interval mInterval) {

  /**
   * What the intervals rest on.
   *
   * @param n how many values
   * @param freedom the degrees of freedom of σ
   * @param confidence the confidence, two-sided
   * @param boyles whether Cpm's degrees of freedom are Boyles' (Minitab) or R qcc's
   */
  record Basis(double n, double freedom, double confidence, boolean boyles) {

    double z() {
      return Normal.quantile((1 + confidence) / 2);
    }

    double oneSidedZ() {
      return Normal.quantile(confidence);
    }
  }

  static Indices of(double mean, double sigma, Limits limits, Basis basis) {
    double lower = (mean - limits.lower()) / (3 * sigma);
    double upper = (limits.upper() - mean) / (3 * sigma);
    double both = (limits.upper() - limits.lower()) / (6 * sigma);
    double smaller = limits.hasBoth() ? Math.min(lower, upper) : limits.hasLower() ? lower : upper;
    double off = (mean - limits.target()) / sigma;
    double aimed = both / Math.sqrt(1 + off * off);
    return new Indices(
        both,
        lower,
        upper,
        smaller,
        aimed,
        scaled(both, basis.freedom(), basis),
        around(lower, basis, basis.oneSidedZ()),
        around(upper, basis, basis.oneSidedZ()),
        around(smaller, basis, basis.z()),
        scaled(aimed, aimedFreedom(basis, off), basis));
  }

  /** Cp √(χ²/ν), Kushler and Hurley 1992; exact for Cp. */
  private static Interval scaled(double index, double freedom, Basis basis) {
    if (Double.isNaN(index) || !(freedom > 0)) {
      return Interval.NONE;
    }
    ChiSquaredDistribution chi = new ChiSquaredDistribution(freedom);
    double tail = (1 - basis.confidence()) / 2;
    return new Interval(
        index * Math.sqrt(chi.inverseCumulativeProbability(tail) / freedom),
        index * Math.sqrt(chi.inverseCumulativeProbability(1 - tail) / freedom));
  }

  /** Bissell 1990: variance 1/9n + Cpk²/2ν. */
  private static Interval around(double index, Basis basis, double z) {
    if (Double.isNaN(index)) {
      return Interval.NONE;
    }
    double error = z * Math.sqrt(1 / (9 * basis.n()) + index * index / (2 * basis.freedom()));
    return new Interval(index - error, index + error);
  }

  /** Boyles 1991: n (1 + ξ²)²/(1 + 2ξ²); R qcc leaves the numerator unsquared. */
  private static double aimedFreedom(Basis basis, double off) {
    double square = off * off;
    double numerator = basis.boyles() ? (1 + square) * (1 + square) : 1 + square;
    return basis.n() * numerator / (1 + 2 * square);
  }
}
