// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millwright.scheduling.RandomProblems;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

class SequencesPropertyTest {

  @Property(tries = 300, seed = "42")
  void after_random_changes_plan_and_objective_are_what_checker_and_valuation_say(
      @ForAll long seed) {
    Problem problem = withoutSharedSupplies(RandomProblems.of(seed));
    Shop shop = ShopCompiler.compile(problem);
    Valuation valuation = new Valuation(shop);
    Candidate start = new Opening(shop, valuation).first();
    assertThat(SequenceLane.suits(shop, start)).isTrue();
    SequenceCost cost = new SequenceCost(shop, valuation);
    Sequences plan = new Sequences(shop, cost);
    assertThat(plan.load(start, cost.rewardsWaiting())).isTrue();
    SplittableRandom random = new SplittableRandom(seed);
    SequenceMoves moves = new SequenceMoves(shop, plan, cost, random);

    for (int i = 0; i < 60; i++) {
      int[] before = plan.start.clone();
      if (moves.change() && random.nextBoolean()) {
        double total = cost.total(plan);
        plan.commit();
        Timetable table = table(shop, plan);
        assertThat(total).isCloseTo(valuation.cost(table), within(1e-6 * (1 + total)));
        Verdict verdict = Checker.check(problem, Plans.of(shop, Candidate.of(total, table)));
        assertThat(verdict.violations()).isEmpty();
      } else {
        plan.rollback();
        assertThat(plan.start).isEqualTo(before);
      }
    }
  }

  @Property(tries = 100, seed = "42")
  void the_cost_of_a_taken_back_change_is_the_cost_before_it(@ForAll long seed) {
    Problem problem = withoutSharedSupplies(RandomProblems.of(seed));
    Shop shop = ShopCompiler.compile(problem);
    Valuation valuation = new Valuation(shop);
    SequenceCost cost = new SequenceCost(shop, valuation);
    Sequences plan = new Sequences(shop, cost);
    assertThat(plan.load(new Opening(shop, valuation).first(), cost.rewardsWaiting())).isTrue();
    SequenceMoves moves = new SequenceMoves(shop, plan, cost, new SplittableRandom(seed));
    double before = cost.total(plan);

    for (int i = 0; i < 40; i++) {
      if (moves.change()) {
        assertThat(cost.total(plan)).isFinite();
      }
      plan.rollback();
      assertThat(cost.total(plan)).isEqualTo(before);
    }
  }

  private static Timetable table(Shop shop, Sequences plan) {
    Timetable table = new Timetable(shop);
    System.arraycopy(plan.start, 0, table.start, 0, shop.operations);
    System.arraycopy(plan.end, 0, table.end, 0, shop.operations);
    System.arraycopy(plan.mode, 0, table.mode, 0, shop.operations);
    return table;
  }

  /** The problem without what sequences do not know: furnaces, room, crews, materials, haste. */
  private static Problem withoutSharedSupplies(Problem problem) {
    List<Machine> machines =
        problem.machines().stream()
            .map(m ->
                new Machine(
                    m.id(),
                    m.calendar(),
                    m.availableFrom(),
                    m.setups(),
                    m.initialFamily(),
                    false,
                    0,
                    m.power()))
            .toList();
    return problem
        .withMachines(machines)
        .withJobs(problem.jobs().stream().map(SequencesPropertyTest::plain).toList());
  }

  private static Job plain(Job job) {
    List<Operation> operations =
        job.operations().stream()
            .map(o ->
                new Operation(
                    o.id(),
                    o.family(),
                    o.modes().stream().map(m -> Mode.of(m.machine(), m.duration())).toList(),
                    true,
                    o.earliest(),
                    o.size(),
                    List.of(),
                    null))
            .toList();
    List<Link> links =
        job.links().stream()
            .map(l -> new Link(l.before(), l.after(), l.minLag(), Link.UNLIMITED, l.lots()))
            .toList();
    return new Job(job.id(), job.release(), job.due(), job.weight(), operations, links);
  }
}
