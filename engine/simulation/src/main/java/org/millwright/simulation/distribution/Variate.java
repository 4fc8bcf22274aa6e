// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/** A distribution with the stream it draws from, in model units or in ticks. */
public final class Variate {

  /** The longest duration in ticks: two of them still add up to a long. */
  public static final long LONGEST = Long.MAX_VALUE / 4;

  private final Sampler sampler;
  private final RandomStream stream;
  private final double ticksPerUnit;

  /**
   * A variate of durations.
   *
   * @param ticksPerUnit ticks in one time unit of the model
   */
  public Variate(Distribution distribution, RandomStream stream, double ticksPerUnit) {
    this.sampler = distribution.sampler(stream);
    this.stream = stream;
    this.ticksPerUnit = ticksPerUnit;
  }

  /** The next value in model units. */
  public double next() {
    return sampler.next();
  }

  /** The next value as a duration in whole ticks, never negative. */
  public long nextTicks() {
    double ticks = sampler.next() * ticksPerUnit + 0.5;
    return ticks >= LONGEST ? LONGEST : ticks <= 0 ? 0 : (long) ticks;
  }

  /** Writes the place in the stream to an archive or takes it from there. */
  public void exchange(Archive archive) {
    stream.exchange(archive);
    sampler.exchange(archive);
  }
}
