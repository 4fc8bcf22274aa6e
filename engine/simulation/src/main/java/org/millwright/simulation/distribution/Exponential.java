// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/** The memoryless distribution. */
public record Exponential(double mean) implements ContinuousDistribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> draw(mean, stream);
  }

  /** An exponential value by inversion. */
  static double draw(double mean, RandomStream stream) {
    return -mean * Math.log(1 - stream.nextOpen());
  }

  @Override
  public String family() {
    return "exponential";
  }

  @Override
  public int parameters() {
    return 1;
  }

  @Override
  public double logDensity(double value) {
    return -Math.log(mean) - value / mean;
  }

  @Override
  public double cumulative(double value) {
    return -Math.expm1(-value / mean);
  }
}
