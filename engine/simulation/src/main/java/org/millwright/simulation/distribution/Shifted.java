// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/** Another distribution, moved up by a constant. */
public record Shifted(Distribution of, double by) implements Distribution {

  @Override
  public Sampler sampler(RandomStream stream) {
    Sampler inner = of.sampler(stream);
    return new Sampler() {
      @Override
      public double next() {
        return inner.next() + by;
      }

      @Override
      public void exchange(Archive archive) {
        inner.exchange(archive);
      }
    };
  }

  @Override
  public double mean() {
    return of.mean() + by;
  }

  @Override
  public double lowest() {
    return of.lowest() + by;
  }
}
