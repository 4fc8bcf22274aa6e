// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.check.Violation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;

/**
 * Takes out of a plan what breaks a rule, with what comes after it in its job; locked operations
 * stay. Needed where locked operations hold machines that nothing will ever free.
 */
final class Withdrawal {

  private Withdrawal() {}

  /** The part of a plan that breaks no rule, with the reasons for what is left out. */
  static Plan legalPart(Problem problem, Plan plan) {
    Plan now = plan;
    Verdict verdict = Checker.check(problem, now);
    while (!verdict.legal()) {
      Violation violation = verdict.violations().getFirst();
      Plan less = without(problem, now, violation);
      if (less.placements().size() == now.placements().size()) {
        throw new IllegalStateException("an illegal plan: " + violation);
      }
      now = less;
      verdict = Checker.check(problem, now);
    }
    return now;
  }

  private static Plan without(Problem problem, Plan plan, Violation violation) {
    int from =
        plan.placements().stream()
            .filter(place -> place.job() == violation.job())
            .filter(place -> place.operation() == violation.operation())
            .mapToInt(Placement::start)
            .findFirst()
            .orElse(0);
    List<Placement> kept = new ArrayList<>();
    List<Unplanned> unplanned = new ArrayList<>(plan.unplanned());
    for (Placement place : plan.placements()) {
      if (place.job() == violation.job() && place.start() >= from && !isLocked(problem, place)) {
        unplanned.add(new Unplanned(place.job(), place.operation(), violation.message()));
      } else {
        kept.add(place);
      }
    }
    return new Plan(kept, unplanned);
  }

  private static boolean isLocked(Problem problem, Placement place) {
    return problem.jobs().get(place.job()).operations().get(place.operation()).lock() != null;
  }
}
