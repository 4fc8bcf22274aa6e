// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long to look.
 *
 * @param time wall-clock time from the start of the search
 * @param iterations if positive, the search ends after this many iterations of each of its lanes
 *     instead, and its result depends on seed and iterations alone
 * @param threads cores to use, at least 1
 * @param seed of all randomness
 * @param cancelled asked often; once true the search ends with what it has
 */
public record Limits(
    Duration time, long iterations, int threads, long seed, BooleanSupplier cancelled) {

  /** Time on all given cores. */
  public static Limits of(Duration time, int threads, long seed) {
    return new Limits(time, 0, threads, seed, () -> false);
  }

  /** A number of iterations, reproducible whatever the number of threads. */
  public static Limits iterations(long iterations, int threads, long seed) {
    return new Limits(Duration.ofDays(1), iterations, threads, seed, () -> false);
  }
}
