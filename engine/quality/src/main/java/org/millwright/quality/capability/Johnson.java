// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/**
 * Johnson's transformation to normality: families SB, SL and SU fitted by quantile ratios (Slifker
 * and Shapiro 1980), the one kept whose result has the least Anderson–Darling statistic over z from
 * 0.25 to 1.25 (Chou, Polansky and Mason 1998; Minitab).
 *
 * @param family SB (bounded), SL (lognormal) or SU (unbounded)
 * @param gamma γ
 * @param eta η
 * @param epsilon ε
 * @param lambda λ; 1 for SL
 * @param z the z that gave the best fit
 * @param andersonDarlingP the p-value of the transformed values
 */
public record Johnson(
    String family,
    double gamma,
    double eta,
    double epsilon,
    double lambda,
    double z,
    double andersonDarlingP) {

  /** How near to 1 the quantile ratio must be for SL. */
  private static final double LOGNORMAL = 0.05;

  /** Fits, or null when no family can take the sample. */
  static @Nullable Johnson fit(double[] values) {
    Johnson best = null;
    for (int step = 25; step <= 125; step++) {
      Johnson candidate = at(values, step / 100.0);
      if (candidate != null
          && (best == null || candidate.andersonDarlingP > best.andersonDarlingP)) {
        best = candidate;
      }
    }
    return best;
  }

  private static @Nullable Johnson at(double[] values, double z) {
    double[] x = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = percentile(values, Normal.cdf((2 * i - 3) * z));
    }
    double m = x[3] - x[2];
    double n = x[1] - x[0];
    double p = x[2] - x[1];
    if (!(m > 0 && n > 0 && p > 0)) {
      return null;
    }
    double ratio = m * n / (p * p);
    Johnson raw =
        Math.abs(ratio - 1) < LOGNORMAL
            ? lognormal(x, m, p, z)
            : ratio > 1 ? unbounded(x, m, n, p, z) : bounded(x, m, n, p, z);
    return raw == null ? null : raw.judged(values);
  }

  private static @Nullable Johnson lognormal(double[] x, double m, double p, double z) {
    if (m / p <= 1) {
      return null;
    }
    double eta = 2 * z / Math.log(m / p);
    double gamma = eta * Math.log((m / p - 1) / Math.sqrt(p * m));
    double epsilon = (x[1] + x[2]) / 2 - p / 2 * (m / p + 1) / (m / p - 1);
    return new Johnson("SL", gamma, eta, epsilon, 1, z, 0);
  }

  private static Johnson unbounded(double[] x, double m, double n, double p, double z) {
    double a = m / p;
    double b = n / p;
    double eta = 2 * z / acosh((a + b) / 2);
    double gamma = eta * asinh((b - a) / (2 * Math.sqrt(a * b - 1)));
    double lambda = 2 * p * Math.sqrt(a * b - 1) / ((a + b - 2) * Math.sqrt(a + b + 2));
    double epsilon = (x[1] + x[2]) / 2 + p * (b - a) / (2 * (a + b - 2));
    return new Johnson("SU", gamma, eta, epsilon, lambda, z, 0);
  }

  private static Johnson bounded(double[] x, double m, double n, double p, double z) {
    double a = p / m;
    double b = p / n;
    double eta = z / acosh(Math.sqrt((1 + a) * (1 + b)) / 2);
    double root = Math.sqrt(((1 + a) * (1 + b) - 2) * ((1 + a) * (1 + b) - 2) - 4);
    double gamma = eta * asinh((b - a) * Math.sqrt((1 + a) * (1 + b) - 4) / (2 * (a * b - 1)));
    double lambda = p * root / (a * b - 1);
    double epsilon = (x[1] + x[2]) / 2 - lambda / 2 + p * (b - a) / (2 * (a * b - 1));
    return new Johnson("SB", gamma, eta, epsilon, lambda, z, 0);
  }

  private @Nullable Johnson judged(double[] values) {
    double[] moved = Arrays.stream(values).map(this::transform).toArray();
    boolean all = Arrays.stream(moved).allMatch(Double::isFinite);
    if (!all || !(Samples.deviation(moved) > 0)) {
      return null;
    }
    double p = Normality.test(moved).andersonDarlingP();
    return new Johnson(family, gamma, eta, epsilon, lambda, z, p);
  }

  /** The standard normal score of a value; not a number outside the family's support. */
  double transform(double value) {
    double u = (value - epsilon) / lambda;
    return switch (family) {
      case "SB" -> gamma + eta * Math.log(u / (1 - u));
      case "SL" -> gamma + eta * Math.log(value - epsilon);
      default -> gamma + eta * asinh(u);
    };
  }

  /** The value of a standard normal score. */
  double inverse(double score) {
    double w = (score - gamma) / eta;
    return switch (family) {
      case "SB" -> epsilon + lambda / (1 + Math.exp(-w));
      case "SL" -> epsilon + Math.exp(w);
      default -> epsilon + lambda * Math.sinh(w);
    };
  }

  /** The distribution function of the untransformed value, also outside a bounded support. */
  double cdf(double value) {
    double score = transform(value);
    if (!Double.isNaN(score)) {
      return Normal.cdf(score);
    }
    return value <= epsilon ? 0 : 1;
  }

  /** The sample percentile at i = np + 1/2, as the method's authors take it. */
  private static double percentile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = Math.clamp(values.length * p + 0.5, 1, values.length);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, values.length);
    return sorted[low - 1] + (at - low) * (sorted[high - 1] - sorted[low - 1]);
  }

  private static double acosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  private static double asinh(double x) {
    return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
  }
}
