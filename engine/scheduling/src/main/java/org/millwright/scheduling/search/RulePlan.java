// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.construct.Dispatcher;
import org.millwright.scheduling.construct.Policy;
import org.millwright.scheduling.construct.Rule;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Timetable;

/** Plans by a plain dispatching rule, for comparison. */
public final class RulePlan {

  private RulePlan() {}

  /** The plan of a rule with its usual parameters. */
  public static Plan of(Problem problem, Rule rule) {
    Shop shop = ShopCompiler.compile(problem);
    Timetable table = new Timetable(shop);
    new Dispatcher(shop, table).run(Policy.of(rule));
    if (problem.sameSequence()) {
      int[] jobs = JobOrder.of(shop, table.start);
      table.clear();
      JobOrder.place(shop, table, jobs);
    }
    return Plans.of(shop, Candidate.of(0, table));
  }
}
