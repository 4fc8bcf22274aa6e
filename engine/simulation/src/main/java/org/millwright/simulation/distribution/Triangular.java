// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/** A density that rises from {@code min} to {@code mode} and falls to {@code max}. */
public record Triangular(double min, double mode, double max) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    double width = max - min;
    double peak = (mode - min) / width;
    return () -> {
      double u = stream.nextOpen();
      return u < peak
          ? min + Math.sqrt(u * width * (mode - min))
          : max - Math.sqrt((1 - u) * width * (max - mode));
    };
  }

  @Override
  public double mean() {
    return (min + mode + max) / 3;
  }

  @Override
  public double lowest() {
    return min;
  }
}
