// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;
import org.millwright.simulation.random.RandomStream;

/** Some values, each with its probability. */
public record DiscreteValues(List<Double> values, List<Double> probabilities)
    implements Distribution {

  public DiscreteValues {
    values = List.copyOf(values);
    probabilities = List.copyOf(probabilities);
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    Choice choice = new Choice(probabilities);
    double[] value = Choice.toArray(values);
    return () -> value[choice.pick(stream.nextOpen())];
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += values.get(i) * probabilities.get(i);
    }
    return sum;
  }

  @Override
  public double lowest() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }
}
