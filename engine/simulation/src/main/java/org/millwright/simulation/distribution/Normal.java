// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.hipparchus.special.Erf;
import org.millwright.simulation.random.RandomStream;

/** The normal distribution; truncate it where a value below zero has no meaning. */
public record Normal(double mean, double deviation) implements Distribution {

  private static final double ROOT_TWO = Math.sqrt(2);

  /** The standard normal quantile of a probability. */
  static double standard(double probability) {
    return ROOT_TWO * Erf.erfInv(2 * probability - 1);
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> mean + deviation * standard(stream.nextOpen());
  }

  @Override
  public double lowest() {
    return deviation == 0 ? mean : Double.NEGATIVE_INFINITY;
  }
}
