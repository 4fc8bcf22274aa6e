// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.search.Limits;
import picocli.CommandLine.Option;

/** How long and how a command searches. */
final class SearchOptions {

  @Option(names = "--seconds", defaultValue = "10", description = "Time to search. Default: 10.")
  private double seconds;

  @Option(
      names = "--iterations",
      defaultValue = "0",
      description =
          "Search this many iterations instead: the same seed and number give the same plan.")
  private long iterations;

  @Option(names = "--threads", defaultValue = "0", description = "Cores to use. Default: all.")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", description = "Of all randomness. Default: 1.")
  private long seed;

  Limits limits(BooleanSupplier cancelled) throws ProblemFile.Refused {
    if (!(seconds > 0) || seconds > 1e7 || iterations < 0 || threads < 0 || threads > 1024) {
      throw ProblemFile.refused(
          "SCHEDULE-OPTION", "--seconds", "Times, iterations and threads must be positive.");
    }
    int cores = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    Limits limits =
        iterations > 0
            ? Limits.iterations(iterations, cores, seed)
            : Limits.of(Duration.ofNanos((long) (seconds * 1e9)), cores, seed);
    return new Limits(limits.time(), limits.iterations(), cores, seed, cancelled);
  }
}
