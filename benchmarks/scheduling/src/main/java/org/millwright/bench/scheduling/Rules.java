// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.construct.Rule;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.RulePlan;

/** Plain dispatching rules, each with the parameters the literature starts from. */
final class Rules {

  /** How many there are. */
  static final int COUNT = Rule.values().length;

  /**
   * What a rule comes to.
   *
   * @param rule the rule
   * @param value of its plan, infinite if that is illegal or incomplete
   */
  record Result(Rule rule, double value) {}

  private Rules() {}

  static Result best(Problem problem) {
    List<Result> results = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      results.add(new Result(rule, value(problem, rule)));
    }
    return java.util.Collections.min(results, Comparator.comparingDouble(Result::value));
  }

  private static double value(Problem problem, Rule rule) {
    var plan = RulePlan.of(problem, rule);
    Verdict verdict = Checker.check(problem, plan);
    return verdict.legal() && plan.unplanned().isEmpty()
        ? verdict.score().levels(problem.objective())[0]
        : Double.POSITIVE_INFINITY;
  }
}
