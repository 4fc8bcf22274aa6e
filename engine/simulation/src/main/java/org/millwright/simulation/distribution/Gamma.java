// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.millwright.simulation.random.RandomStream;

/** The gamma distribution; its mean is shape times scale. */
public record Gamma(double shape, double scale) implements ContinuousDistribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(stream, shape, scale)::sample;
  }

  @Override
  public double mean() {
    return shape * scale;
  }

  @Override
  public String family() {
    return "gamma";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double logDensity(double value) {
    return (shape - 1) * Math.log(value)
        - value / scale
        - shape * Math.log(scale)
        - org.hipparchus.special.Gamma.logGamma(shape);
  }

  @Override
  public double cumulative(double value) {
    return value <= 0 ? 0 : org.hipparchus.special.Gamma.regularizedGammaP(shape, value / scale);
  }
}
