// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.check.Violation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;

/**
 * Takes out of a plan what breaks a rule, with what comes after it in its job; locked operations
 * stay.
 *
 * <p>Where only locked operations break a rule, free ones hold a machine without room or a supply
 * they need: then all that starts later is taken out, and if that is not enough, all that is free.
 * What is left at the worst are the locked operations by themselves, which {@link
 * org.millwright.scheduling.format.Validator} has found legal.
 */
final class Withdrawal {

  private Withdrawal() {}

  /** The part of a plan that breaks no rule, with the reasons for what is left out. */
  static Plan legalPart(Problem problem, Plan plan) {
    Plan now = plan;
    Verdict verdict = Checker.check(problem, now);
    while (!verdict.legal()) {
      Plan less = less(problem, now, verdict.violations().getFirst());
      if (less.placements().size() == now.placements().size()) {
        throw new IllegalStateException(
            "locked operations break a rule: " + verdict.violations().getFirst());
      }
      now = less;
      verdict = Checker.check(problem, now);
    }
    return now;
  }

  private static Plan less(Problem problem, Plan plan, Violation violation) {
    int from =
        plan.placements().stream()
            .filter(place -> place.job() == violation.job())
            .filter(place -> place.operation() == violation.operation())
            .mapToInt(Placement::start)
            .findFirst()
            .orElse(0);
    for (Predicate<Placement> guilty :
        List.<Predicate<Placement>>of(
            place -> place.job() == violation.job() && place.start() >= from,
            place -> place.end() > from,
            place -> true)) {
      Plan less = without(problem, plan, guilty, violation.message());
      if (less.placements().size() < plan.placements().size()) {
        return less;
      }
    }
    return plan;
  }

  private static Plan without(
      Problem problem, Plan plan, Predicate<Placement> guilty, String reason) {
    boolean[][] out = new boolean[problem.jobs().size()][];
    for (int j = 0; j < out.length; j++) {
      out[j] = new boolean[problem.jobs().get(j).operations().size()];
    }
    for (Placement place : plan.placements()) {
      out[place.job()][place.operation()] = guilty.test(place) && !isLocked(problem, place);
    }
    List<Placement> kept = new ArrayList<>();
    List<Unplanned> unplanned = new ArrayList<>(plan.unplanned());
    for (Placement place : plan.placements()) {
      if (out[place.job()][place.operation()]) {
        unplanned.add(new Unplanned(place.job(), place.operation(), reason));
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
