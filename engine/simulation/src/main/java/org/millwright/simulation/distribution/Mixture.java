// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/** One of several distributions, chosen anew by weight for each value. */
public record Mixture(List<Double> weights, List<Distribution> parts) implements Distribution {

  public Mixture {
    weights = List.copyOf(weights);
    parts = List.copyOf(parts);
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    Choice choice = new Choice(weights);
    Sampler[] samplers = parts.stream().map(part -> part.sampler(stream)).toArray(Sampler[]::new);
    return new Sampler() {
      @Override
      public double next() {
        return samplers[choice.pick(stream.nextOpen())].next();
      }

      @Override
      public void exchange(Archive archive) {
        for (Sampler sampler : samplers) {
          sampler.exchange(archive);
        }
      }
    };
  }

  @Override
  public double mean() {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += weights.get(i) * parts.get(i).mean();
      total += weights.get(i);
    }
    return sum / total;
  }

  @Override
  public double lowest() {
    return parts.stream().mapToDouble(Distribution::lowest).min().orElse(0);
  }
}
