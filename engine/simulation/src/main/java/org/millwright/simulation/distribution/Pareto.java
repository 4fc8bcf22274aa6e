// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/** The Pareto distribution above {@code scale}; no mean unless shape is above 1. */
public record Pareto(double shape, double scale) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> scale * Math.pow(1 - stream.nextOpen(), -1 / shape);
  }

  @Override
  public double mean() {
    return shape > 1 ? shape * scale / (shape - 1) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double lowest() {
    return scale;
  }
}
