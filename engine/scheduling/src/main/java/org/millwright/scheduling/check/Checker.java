// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;

/** Verifies a plan against the problem statement and nothing else. */
public final class Checker {

  private Checker() {}

  /** Every violation, and the value of the plan. */
  public static Verdict check(Problem problem, Plan plan) {
    List<Violation> found = new ArrayList<>();
    @Nullable Placement[][] places = completeness(problem, plan, found);
    if (found.isEmpty()) {
      OperationRules.check(problem, plan, found);
      LinkRules.check(problem, places, found);
      MachineRules.check(problem, plan, places, found);
      SupplyRules.check(problem, plan, found);
    }
    boolean readable = found.stream().noneMatch(v -> v.rule() == Violation.Rule.COMPLETENESS);
    return new Verdict(
        found, Scorer.score(problem, readable ? plan : new Plan(List.of(), List.of())));
  }

  private static @Nullable Placement[][] completeness(
      Problem problem, Plan plan, List<Violation> found) {
    List<Job> jobs = problem.jobs();
    @Nullable Placement[][] places = new Placement[jobs.size()][];
    boolean[][] excused = new boolean[jobs.size()][];
    for (int j = 0; j < jobs.size(); j++) {
      places[j] = new Placement[jobs.get(j).operations().size()];
      excused[j] = new boolean[places[j].length];
    }
    for (Placement placement : plan.placements()) {
      place(problem, places, placement, found);
    }
    for (Unplanned unplanned : plan.unplanned()) {
      if (known(places, unplanned.job(), unplanned.operation())) {
        excused[unplanned.job()][unplanned.operation()] = true;
      }
    }
    for (int j = 0; j < places.length; j++) {
      for (int o = 0; o < places[j].length; o++) {
        if ((places[j][o] == null) != excused[j][o]) {
          String fault = excused[j][o] ? "is planned and listed as unplanned" : "is not planned";
          found.add(incomplete(j, o, Names.operation(problem, j, o) + " " + fault + "."));
        }
      }
    }
    return places;
  }

  private static void place(
      Problem problem, @Nullable Placement[][] places, Placement placement, List<Violation> found) {
    int j = placement.job();
    int o = placement.operation();
    if (!known(places, j, o)
        || placement.machine() < 0
        || placement.machine() >= problem.machines().size()) {
      found.add(incomplete(-1, -1, placement + " names something the problem does not have."));
    } else if (places[j][o] != null) {
      found.add(incomplete(j, o, Names.operation(problem, j, o) + " is planned twice."));
    } else {
      places[j][o] = placement;
    }
  }

  private static boolean known(@Nullable Placement[][] places, int job, int operation) {
    return job >= 0 && job < places.length && operation >= 0 && operation < places[job].length;
  }

  private static Violation incomplete(int job, int operation, String message) {
    return new Violation(Violation.Rule.COMPLETENESS, job, operation, message);
  }
}
