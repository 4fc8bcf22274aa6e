// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/** Given values in their given order, over and over: a recorded history played back. */
public record Sequence(List<Double> values) implements Distribution {

  public Sequence {
    values = List.copyOf(values);
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    double[] recorded = Choice.toArray(values);
    return new Sampler() {
      private int at;

      @Override
      public double next() {
        double value = recorded[at];
        at = at + 1 == recorded.length ? 0 : at + 1;
        return value;
      }

      @Override
      public void exchange(Archive archive) {
        at = archive.exchange(at);
      }
    };
  }

  @Override
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @Override
  public double lowest() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }
}
