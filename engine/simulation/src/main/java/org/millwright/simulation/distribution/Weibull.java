// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.hipparchus.special.Gamma;
import org.millwright.simulation.random.RandomStream;

/**
 * The Weibull distribution: a failure rate that falls (shape below 1) or grows (above) with age.
 */
public record Weibull(double shape, double scale) implements ContinuousDistribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    double power = 1 / shape;
    return () -> scale * Math.pow(-Math.log(1 - stream.nextOpen()), power);
  }

  @Override
  public double mean() {
    return scale * Math.exp(Gamma.logGamma(1 + 1 / shape));
  }

  @Override
  public String family() {
    return "weibull";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double logDensity(double value) {
    double ratio = value / scale;
    return Math.log(shape / scale) + (shape - 1) * Math.log(ratio) - Math.pow(ratio, shape);
  }

  @Override
  public double cumulative(double value) {
    return value <= 0 ? 0 : -Math.expm1(-Math.pow(value / scale, shape));
  }
}
