// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.Arrays;
import java.util.List;
import org.millwright.simulation.random.RandomStream;

/**
 * Observed values, drawn with equal chance.
 *
 * @param interpolated whether values between the observed ones may be drawn: the distribution
 *     function then rises linearly from the smallest to the largest
 */
public record Empirical(List<Double> values, boolean interpolated) implements Distribution {

  public Empirical {
    values = values.stream().sorted().toList();
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    double[] sorted = Choice.toArray(values);
    if (!interpolated || sorted.length == 1) {
      return () -> sorted[(int) (stream.nextOpen() * sorted.length)];
    }
    return () -> {
      double place = stream.nextOpen() * (sorted.length - 1);
      int below = (int) place;
      return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    };
  }

  @Override
  public double mean() {
    double[] sorted = Choice.toArray(values);
    if (!interpolated || sorted.length == 1) {
      return Arrays.stream(sorted).average().orElse(0);
    }
    double sum = 0;
    for (int i = 1; i < sorted.length; i++) {
      sum += (sorted[i] + sorted[i - 1]) / 2;
    }
    return sum / (sorted.length - 1);
  }

  @Override
  public double lowest() {
    return values.getFirst();
  }
}
