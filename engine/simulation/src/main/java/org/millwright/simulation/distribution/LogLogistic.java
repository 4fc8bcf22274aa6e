// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/**
 * The log-logistic distribution, a usual shape of repair times; no mean unless shape is above 1.
 */
public record LogLogistic(double shape, double scale) implements ContinuousDistribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    return () -> {
      double u = stream.nextOpen();
      return scale * Math.pow(u / (1 - u), 1 / shape);
    };
  }

  @Override
  public double mean() {
    double angle = Math.PI / shape;
    return shape > 1 ? scale * angle / Math.sin(angle) : Double.POSITIVE_INFINITY;
  }

  @Override
  public String family() {
    return "loglogistic";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public double logDensity(double value) {
    double ratio = Math.log(value / scale);
    return Math.log(shape / scale) + (shape - 1) * ratio - 2 * Math.log1p(Math.exp(shape * ratio));
  }

  @Override
  public double cumulative(double value) {
    return value <= 0 ? 0 : 1 / (1 + Math.pow(value / scale, -shape));
  }
}
