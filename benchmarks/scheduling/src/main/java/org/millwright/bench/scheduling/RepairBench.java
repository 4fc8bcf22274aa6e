// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.time.Duration;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.repair.Event;
import org.millwright.scheduling.repair.Repair;
import org.millwright.scheduling.repair.Repaired;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;

/** A machine of the 1,000-order shop breaks down for a day in the second week. */
final class RepairBench {

  private static final int FROM = 8 * 1440;
  private static final int UNTIL = 9 * 1440;

  private RepairBench() {}

  static String measure(int threads) {
    Problem problem = ShopGenerator.generate(1_000, false, 7);
    Plan plan =
        Scheduler.solve(problem, Limits.of(Duration.ofSeconds(10), threads, 1), p -> {}).plan();
    Event event = new Event.Breakdown(FROM, 3, FROM, UNTIL);
    Repair.repair(problem, plan, event, Limits.of(Duration.ofMillis(300), threads, 1));
    Repaired repaired =
        Repair.repair(problem, plan, event, Limits.of(Duration.ofSeconds(5), threads, 1));
    return switch (repaired) {
      case Repaired.Done done -> text(done, plan);
      case Repaired.Refused refused ->
          Targets.line("a repaired plan", false, refused.refusals().getFirst().toString());
    };
  }

  private static String text(Repaired.Done done, Plan plan) {
    double moved = 100.0 * done.moves().size() / plan.placements().size();
    return """
    A machine of the 1,000-order shop, planned for 10 s, breaks down for a day in the second \
    week; repaired for 5 s. Weighted tardiness %s before, %s after; %d of %d operations moved.

    - %s
    - %s
    """
        .formatted(
            Row.number(done.before().of(Criterion.TARDINESS), 0),
            Row.number(done.after().of(Criterion.TARDINESS), 0),
            done.moves().size(),
            plan.placements().size(),
            Targets.line(
                "legal within 100 ms",
                done.firstLegalSeconds() <= 0.1,
                Row.number(done.firstLegalSeconds() * 1e3, 0) + " ms"),
            Targets.line(
                "under 10 % of the operations moved", moved < 10, Row.number(moved, 1) + " %"));
  }
}
