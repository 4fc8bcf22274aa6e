// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/**
 * The sum of equal exponential phases.
 *
 * @param phases how many, 1 or more
 * @param mean of the sum
 */
public record Erlang(int phases, double mean) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    double scale = mean / phases;
    return () -> {
      double product = 1;
      double sum = 0;
      for (int i = 0; i < phases; i++) {
        product *= 1 - stream.nextOpen();
        if (product < 1e-200) {
          sum -= Math.log(product);
          product = 1;
        }
      }
      return scale * (sum - Math.log(product));
    };
  }

  @Override
  public double lowest() {
    return 0;
  }
}
