// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/**
 * The number of trials up to and including the first success: 1, 2, 3 ...
 *
 * @param probability of success in each trial, above 0 and up to 1
 */
public record Geometric(double probability) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    double logFailure = Math.log1p(-probability);
    return () ->
        probability == 1 ? 1 : Math.max(1, Math.ceil(Math.log(1 - stream.nextOpen()) / logFailure));
  }

  @Override
  public double mean() {
    return 1 / probability;
  }

  @Override
  public double lowest() {
    return 1;
  }
}
