// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.RandomProblems;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;

/** Other problems with every run; a failure prints the seed that repeats it. */
class RepairPropertyTest {

  @Property(tries = 300)
  void a_repaired_plan_is_legal_after_any_event(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Plan plan = Scheduler.solve(problem, Limits.iterations(50, 1, seed), p -> {}).plan();
    if (plan.placements().isEmpty()) {
      return;
    }
    Event event = event(problem, plan, new SplittableRandom(seed));

    Repaired repaired = Repair.repair(problem, plan, event, Limits.iterations(100, 1, seed));

    if (repaired instanceof Repaired.Done done) {
      assertThat(Checker.check(done.problem(), done.plan()).violations()).isEmpty();
      for (Placement then : plan.placements()) {
        if (then.end() <= event.now()) {
          assertThat(done.plan().placements()).contains(then);
        }
      }
    }
  }

  @Test
  void a_breakdown_moves_what_was_planned_on_the_machine_and_nothing_else() {
    Problem problem = twoMachines();
    Plan plan =
        new Plan(
            List.of(
                new Placement(0, 0, 0, 0, 10),
                new Placement(1, 0, 0, 10, 20),
                new Placement(2, 0, 1, 0, 10)),
            List.of());

    Repaired repaired =
        Repair.repair(
            problem, plan, new Event.Breakdown(12, 0, 12, 30), Limits.iterations(50, 1, 1));

    assertThat(repaired).isInstanceOf(Repaired.Done.class);
    List<Repaired.Move> moves = ((Repaired.Done) repaired).moves();
    assertThat(moves).hasSize(1);
    assertThat(moves.getFirst().to()).isEqualTo(new Placement(1, 0, 1, 12, 22));
  }

  private static Problem twoMachines() {
    List<Job> jobs =
        java.util.stream.IntStream.range(0, 3)
            .mapToObj(j ->
                new Job(
                    "J" + j,
                    0,
                    20,
                    1,
                    List.of(Operation.of("0", -1, List.of(Mode.of(0, 10), Mode.of(1, 10)))),
                    List.of()))
            .toList();
    return Problem.plain(
        "two",
        List.of(Machine.plain("A"), Machine.plain("B")),
        jobs,
        Objective.of(Criterion.TARDINESS));
  }

  private static Event event(Problem problem, Plan plan, SplittableRandom random) {
    Placement some = plan.placements().get(random.nextInt(plan.placements().size()));
    int now = random.nextInt(some.end() + 1);
    return switch (random.nextInt(5)) {
      case 0 -> new Event.Breakdown(now, some.machine(), now, now + 1 + random.nextInt(100));
      case 1 ->
          new Event.RushOrder(
              now,
              new Job(
                  "rush",
                  0,
                  now + 50,
                  5,
                  problem.jobs().getFirst().operations(),
                  problem.jobs().getFirst().links()));
      case 2 ->
          new Event.LateMaterial(
              now, 0, List.of(new Material.Receipt(now + random.nextInt(300), 1000)));
      case 3 -> new Event.SlowOperation(now, some.job(), some.operation(), 2.5);
      default ->
          new Event.Drag(
              Math.min(now, some.start()),
              some.job(),
              some.operation(),
              some.machine(),
              some.start() + random.nextInt(50));
    };
  }
}
