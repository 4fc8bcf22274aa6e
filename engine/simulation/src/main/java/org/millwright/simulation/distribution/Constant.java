// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/** Always the same value. */
public record Constant(double value) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> value;
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double lowest() {
    return value;
  }
}
