// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.time.Duration;
import java.util.Locale;
import org.millwright.scheduling.cpsat.CpSat;
import org.millwright.scheduling.cpsat.Outcome;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

/** Runs the engine, the dispatching rules and CP-SAT on an instance. */
final class Measurement {

  private static final int WORKERS = 8;
  private static final double NANOS = 1e9;

  private final Options options;
  private final Heap heap = new Heap();

  Measurement(Options options) {
    this.options = options;
  }

  Figures of(Instance instance) {
    Problem problem = instance.problem();
    double[] first = {Double.NaN};
    Duration time = Duration.ofNanos((long) (options.seconds() * NANOS));
    heap.reset();
    Solution solution =
        Scheduler.solve(
            problem,
            Limits.of(time, options.threads(), 1),
            improvement -> first[0] = Double.isNaN(first[0]) ? improvement.seconds() : first[0]);
    double live = heap.peakMegabytes();
    Rules.Result rule = Rules.best(problem);
    Outcome exact =
        options.exact()
            ? CpSat.solve(problem, options.seconds(), WORKERS)
            : new Outcome.None("not run");
    return new Figures(
        first[0],
        solution.value(),
        solution.lowerBound(),
        rule.value(),
        rule.rule().name().toLowerCase(Locale.ROOT),
        exact,
        live);
  }
}
