// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millwright.scheduling.RandomProblems;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.format.Validator;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Valuation;

/** Other problems with every run; a failure prints the seed that repeats it. */
class SchedulerPropertyTest {

  @Property(tries = 400)
  void every_plan_of_a_random_problem_is_legal(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    assertThat(Validator.validate(problem)).isEmpty();

    Solution solution = Scheduler.solve(problem, Limits.iterations(200, 1, seed), plan -> {});

    Verdict verdict = Checker.check(problem, solution.plan());
    assertThat(verdict.violations()).isEmpty();
    assertThat(solution.value()).isGreaterThanOrEqualTo(solution.lowerBound() - 1e-6);
  }

  @Property(tries = 200)
  void the_search_values_plans_as_the_checker_does(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Shop shop = ShopCompiler.compile(problem);
    Valuation valuation = new Valuation(shop);
    Opening opening = new Opening(shop, valuation);
    Candidate candidate = opening.first();

    double[] levels =
        Checker.check(problem, Plans.of(shop, candidate)).score().levels(problem.objective());

    long missing = java.util.Arrays.stream(candidate.start()).filter(s -> s < 0).count();
    if (missing == 0) {
      assertThat(candidate.cost() - levels[0]).isBetween(-1e-6, 0.5 + 1e-6);
    }
  }

  @Property(tries = 60)
  void the_same_seed_and_iterations_give_the_same_plan_on_any_number_of_threads(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);

    Solution one = Scheduler.solve(problem, Limits.iterations(300, 1, seed), plan -> {});
    Solution three = Scheduler.solve(problem, Limits.iterations(300, 3, seed), plan -> {});

    assertThat(three.plan()).isEqualTo(one.plan());
  }

  @Property(tries = 100)
  void locked_operations_keep_their_places(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Solution first = Scheduler.solve(problem, Limits.iterations(20, 1, seed), plan -> {});
    Problem locked = lockEarliest(problem, first.plan().placements());
    assertThat(Validator.validate(locked)).isEmpty();

    Solution second = Scheduler.solve(locked, Limits.iterations(100, 1, seed), plan -> {});

    assertThat(Checker.check(locked, second.plan()).violations()).isEmpty();
  }

  @Property(tries = 200)
  void scattered_locks_never_end_a_search_with_an_error(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Solution first = Scheduler.solve(problem, Limits.iterations(20, 1, seed), plan -> {});
    SplittableRandom random = new SplittableRandom(seed);
    List<Placement> some =
        first.plan().placements().stream().filter(p -> random.nextInt(100) < 40).toList();
    Problem locked = lock(problem, some, Integer.MAX_VALUE, random.nextInt(4) == 0 ? 3 : 0);
    if (Validator.validate(locked).isEmpty()) {
      Solution second = Scheduler.solve(locked, Limits.iterations(50, 1, seed), plan -> {});
      assertThat(Checker.check(locked, second.plan()).violations()).isEmpty();
    }
  }

  /** Locks everything that starts in the first third of a plan. */
  private static Problem lockEarliest(Problem problem, List<Placement> placements) {
    int last = placements.stream().mapToInt(Placement::end).max().orElse(0);
    return lock(problem, placements, last / 3, 0);
  }

  private static Problem lock(
      Problem problem, List<Placement> placements, int until, int shiftOfLast) {
    List<Job> jobs = new ArrayList<>(problem.jobs());
    for (int i = 0; i < placements.size(); i++) {
      Placement p = placements.get(i);
      int shift = i == placements.size() - 1 ? shiftOfLast : 0;
      if (p.start() <= until) {
        Job job = jobs.get(p.job());
        List<Operation> operations = new ArrayList<>(job.operations());
        Lock lock = new Lock(p.machine(), p.start() + shift, p.end() + shift);
        operations.set(p.operation(), operations.get(p.operation()).withLock(lock));
        jobs.set(p.job(), job.withOperations(operations));
      }
    }
    return problem.withJobs(jobs);
  }
}
