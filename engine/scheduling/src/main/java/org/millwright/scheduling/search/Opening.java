// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.scheduling.construct.Dispatcher;
import org.millwright.scheduling.construct.Policy;
import org.millwright.scheduling.construct.Rule;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** The first plans: one by the rule that suits the objective, then one by each other rule. */
final class Opening {

  private final Shop shop;
  private final Valuation valuation;
  private final Timetable table;
  private final Dispatcher dispatcher;
  private final List<Policy> policies = new ArrayList<>();
  private int next;

  Opening(Shop shop, Valuation valuation) {
    this.shop = shop;
    this.valuation = valuation;
    table = new Timetable(shop);
    dispatcher = new Dispatcher(shop, table);
    boolean late = shop.problem.objective().uses(Criterion.TARDINESS);
    policies.add(Policy.of(late ? Rule.ATCS : Rule.MOST_WORK));
    for (double lookAhead : new double[] {1, 4, 16, 64}) {
      for (double setupScale : new double[] {0.1, 0.5, 2}) {
        policies.add(new Policy(Rule.ATCS, lookAhead, setupScale));
      }
    }
    for (Rule rule : Rule.values()) {
      policies.add(Policy.of(rule));
    }
  }

  /** The first plan; the valuation is calibrated by it. */
  Candidate first() {
    dispatch();
    valuation.calibrate(table);
    return Candidate.of(valuation.cost(table), table);
  }

  /** The best of the other rules, as many as there is time for. */
  Candidate better(Candidate than, Budget budget) {
    List<Candidate> found = new ArrayList<>(List.of(than));
    while (next < policies.size() && !budget.look()) {
      dispatch();
      found.add(Candidate.of(valuation.cost(table), table));
      found = new ArrayList<>(List.of(least(found)));
    }
    return least(found);
  }

  private void dispatch() {
    dispatcher.run(policies.get(next++));
    if (shop.problem.sameSequence()) {
      int[] jobs = JobOrder.of(shop, table.start);
      table.clear();
      JobOrder.place(shop, table, jobs);
    }
  }

  private static Candidate least(List<Candidate> candidates) {
    return java.util.Collections.min(candidates, Comparator.comparingDouble(Candidate::cost));
  }
}
