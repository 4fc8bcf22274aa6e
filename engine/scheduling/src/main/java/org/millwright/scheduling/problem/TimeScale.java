// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.time.Duration;
import java.time.Instant;

/**
 * How ticks, the integers every computation uses, stand for instants.
 *
 * @param origin the instant of tick 0
 * @param tick the length of one tick, at least one millisecond
 * @param dated whether the input spoke of instants; if not, output speaks of ticks too
 */
public record TimeScale(Instant origin, Duration tick, boolean dated) {

  /** The scale of benchmark files: bare numbers. */
  public static final TimeScale BARE = new TimeScale(Instant.EPOCH, Duration.ofSeconds(1), false);

  /** The instant at which a tick begins. */
  public Instant instant(long at) {
    return origin.plusMillis(Math.multiplyExact(at, tick.toMillis()));
  }

  /** The tick an instant falls in, rounded down; negative before the origin. */
  public long tickAt(Instant instant) {
    return Math.floorDiv(Duration.between(origin, instant).toMillis(), tick.toMillis());
  }

  /** The number of ticks that cover a duration, rounded up. */
  public long ticks(Duration duration) {
    return Math.ceilDiv(duration.toMillis(), tick.toMillis());
  }
}
