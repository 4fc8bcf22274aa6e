// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;
import org.millwright.simulation.random.RandomStream;

/** One of several exponential distributions, chosen anew for each value. */
public record Hyperexponential(List<Double> probabilities, List<Double> means)
    implements Distribution {

  public Hyperexponential {
    probabilities = List.copyOf(probabilities);
    means = List.copyOf(means);
  }

  /**
   * Two phases with balanced means (each carries half of the mean).
   *
   * @param squaredVariation variance over squared mean, above 1
   */
  public static Hyperexponential balanced(double mean, double squaredVariation) {
    double first = (1 + Math.sqrt((squaredVariation - 1) / (squaredVariation + 1))) / 2;
    return new Hyperexponential(
        List.of(first, 1 - first), List.of(mean / (2 * first), mean / (2 * (1 - first))));
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    Choice choice = new Choice(probabilities);
    double[] mean = Choice.toArray(means);
    return () -> Exponential.draw(mean[choice.pick(stream.nextOpen())], stream);
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < means.size(); i++) {
      sum += probabilities.get(i) * means.get(i);
    }
    return sum;
  }

  @Override
  public double lowest() {
    return 0;
  }
}
