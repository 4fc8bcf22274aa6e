// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.random.RandomStream;

/** Every value between two bounds is as likely as any other. */
public record Uniform(double min, double max) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    double width = max - min;
    return () -> min + width * stream.nextOpen();
  }

  @Override
  public double mean() {
    return (min + max) / 2;
  }

  @Override
  public double lowest() {
    return min;
  }
}
