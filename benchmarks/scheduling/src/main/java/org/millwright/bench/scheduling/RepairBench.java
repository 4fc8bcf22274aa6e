// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.time.Duration;
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

  static void measure(Report report) {
    Problem problem = ShopGenerator.generate(1_000, false, 7);
    Plan plan = Scheduler.solve(problem, Limits.of(Duration.ofSeconds(10), 2, 1), p -> {}).plan();
    Event event = new Event.Breakdown(FROM, 3, FROM, UNTIL);
    Repair.repair(problem, plan, event, Limits.of(Duration.ofMillis(300), 2, 1));
    Repaired repaired = Repair.repair(problem, plan, event, Limits.of(Duration.ofSeconds(5), 2, 1));
    if (repaired instanceof Repaired.Done done) {
      report.repair(
          done.firstLegalSeconds(),
          (double) done.moves().size() / plan.placements().size(),
          done.before(),
          done.after());
    }
  }
}
