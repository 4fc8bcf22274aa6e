// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Arrays;
import org.millwright.quality.math.Roots;
import org.millwright.quality.math.Samples;

/**
 * The Box–Cox power transformation x^λ, or ln x for λ = 0 (Box and Cox 1964), λ by maximum
 * likelihood with one mean.
 *
 * @param lambda λ used
 * @param estimate the maximum likelihood estimate
 * @param interval where the likelihood is within the confidence of its greatest value
 * @param rounded the estimate to the nearest half, as Minitab rounds
 */
public record BoxCox(double lambda, double estimate, Interval interval, double rounded) {

  private static final double REACH = 5;

  /** Estimates λ from positive values; {@code given} replaces the estimate when it is a number. */
  static BoxCox fit(double[] values, double given, double confidence) {
    double estimate = Roots.minimum(l -> -likelihood(values, l), -REACH, REACH);
    double z = org.millwright.quality.math.Normal.quantile((1 + confidence) / 2);
    double floor = likelihood(values, estimate) - z * z / 2;
    double low = end(values, floor, estimate, -REACH);
    double high = end(values, floor, estimate, REACH);
    double rounded = Math.rint(estimate * 2) / 2;
    double used = Double.isNaN(given) ? estimate : given;
    return new BoxCox(used, estimate, new Interval(low, high), rounded);
  }

  private static double end(double[] values, double floor, double from, double to) {
    return likelihood(values, to) > floor
        ? to
        : Roots.bisect(l -> likelihood(values, l) - floor, Math.min(from, to), Math.max(from, to));
  }

  /** The profile log likelihood up to a constant. */
  private static double likelihood(double[] values, double lambda) {
    double logs = 0;
    double[] moved = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double log = Math.log(values[i]);
      logs += log;
      moved[i] = Math.abs(lambda) < 1e-9 ? log : Math.expm1(lambda * log) / lambda;
    }
    double variance = Samples.squares(moved) / values.length;
    return -values.length / 2.0 * Math.log(variance) + (lambda - 1) * logs;
  }

  double transform(double value) {
    return Math.abs(lambda) < 1e-9 ? Math.log(value) : Math.pow(value, lambda);
  }

  double[] transform(double[] values) {
    return Arrays.stream(values).map(this::transform).toArray();
  }

  /** The limits on the transformed scale: a negative λ turns their order round. */
  Limits transform(Limits limits) {
    double lower = moved(limits.lower());
    double upper = moved(limits.upper());
    double target = moved(limits.target());
    return lambda < 0 ? new Limits(upper, lower, target) : new Limits(lower, upper, target);
  }

  private double moved(double limit) {
    return limit > 0 ? transform(limit) : Double.NaN;
  }
}
