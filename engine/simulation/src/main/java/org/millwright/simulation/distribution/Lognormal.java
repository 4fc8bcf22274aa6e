// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.hipparchus.special.Erf;
import org.millwright.simulation.random.RandomStream;

/**
 * A value whose logarithm is normal.
 *
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm
 */
public record Lognormal(double mu, double sigma) implements ContinuousDistribution {

  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  /** The distribution with a mean and a coefficient of variation (deviation over mean). */
  public static Lognormal ofMean(double mean, double variation) {
    double variance = Math.log1p(variation * variation);
    return new Lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> Math.exp(mu + sigma * Normal.standard(stream.nextOpen()));
  }

  @Override
  public double mean() {
    return Math.exp(mu + sigma * sigma / 2);
  }

  @Override
  public String family() {
    return "lognormal";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double logDensity(double value) {
    double z = (Math.log(value) - mu) / sigma;
    return -z * z / 2 - LOG_ROOT_TWO_PI - Math.log(sigma * value);
  }

  @Override
  public double cumulative(double value) {
    return value <= 0 ? 0 : 0.5 * Erf.erfc(-(Math.log(value) - mu) / (sigma * Math.sqrt(2)));
  }
}
