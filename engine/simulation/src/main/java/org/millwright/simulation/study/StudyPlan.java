// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.OptionalDouble;
import org.millwright.simulation.model.RunPlan;

/**
 * How often and how a model is run.
 *
 * @param horizon end of each replication, in time units
 * @param warmup time from which statistics count; empty to find it
 * @param replications how many; the first round when a half-width is asked for
 * @param halfWidth relative half-width of the target measures' 95 % intervals to reach, such as
 *     0.01; empty for exactly the given number of replications
 * @param mostReplications after which a half-width is given up
 * @param antithetic whether odd replications mirror the even ones before them
 * @param budget the most events of one replication
 */
public record StudyPlan(
    double horizon,
    OptionalDouble warmup,
    int replications,
    OptionalDouble halfWidth,
    int mostReplications,
    long seed,
    int threads,
    boolean antithetic,
    long budget) {

  /** Events of one replication after which it is given up. */
  public static final long DEFAULT_BUDGET = 2_000_000_000L;

  /** The plan a model carries, on one thread. */
  public static StudyPlan of(RunPlan plan) {
    return new StudyPlan(
        plan.horizon(),
        plan.warmup(),
        plan.replications(),
        OptionalDouble.empty(),
        1000,
        plan.seed(),
        1,
        false,
        DEFAULT_BUDGET);
  }

  /** The same plan on a number of threads; the result does not depend on it. */
  public StudyPlan onThreads(int count) {
    return new StudyPlan(
        horizon,
        warmup,
        replications,
        halfWidth,
        mostReplications,
        seed,
        count,
        antithetic,
        budget);
  }

  /** The same plan with a number of replications. */
  public StudyPlan replicated(int count) {
    return new StudyPlan(
        horizon, warmup, count, halfWidth, mostReplications, seed, threads, antithetic, budget);
  }

  /** The same plan with a seed. */
  public StudyPlan seeded(long other) {
    return new StudyPlan(
        horizon,
        warmup,
        replications,
        halfWidth,
        mostReplications,
        other,
        threads,
        antithetic,
        budget);
  }
}
