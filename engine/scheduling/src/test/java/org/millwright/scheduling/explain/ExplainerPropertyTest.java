// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.RandomProblems;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;

class ExplainerPropertyTest {

  @Property(tries = 100)
  void a_chain_leads_without_a_gap_from_the_end_of_its_job_to_where_it_could_begin(
      @ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Plan plan = Scheduler.solve(problem, Limits.iterations(20, 1, seed), p -> {}).plan();
    Explainer explainer = new Explainer(problem, plan);
    for (Placement place : plan.placements()) {
      List<Step> chain = explainer.chain(place.job());
      int end =
          plan.placements().stream()
              .filter(other -> other.job() == place.job())
              .mapToInt(Placement::end)
              .max()
              .orElseThrow();
      assertThat(chain.getLast().to()).isEqualTo(end);
      for (int i = 1; i < chain.size(); i++) {
        assertThat(chain.get(i).from()).isEqualTo(chain.get(i - 1).to());
      }
      assertThat(beginnings(problem)).contains(chain.getFirst().from());
    }
  }

  /** Ticks before which something cannot begin, whatever else is planned. */
  private static List<Integer> beginnings(Problem problem) {
    List<Integer> ticks = new ArrayList<>(List.of(0));
    problem.machines().forEach(machine -> ticks.add(machine.availableFrom()));
    problem.materials().forEach(material -> material.receipts().forEach(r -> ticks.add(r.at())));
    for (Job job : problem.jobs()) {
      ticks.add(job.release());
      job.operations().forEach(operation -> ticks.add(operation.earliest()));
    }
    return ticks;
  }

  @Property(tries = 100)
  void what_an_explanation_holds_to_its_start_cannot_start_a_tick_earlier(@ForAll long seed) {
    Problem problem = RandomProblems.of(seed);
    Plan plan = Scheduler.solve(problem, Limits.iterations(20, 1, seed), p -> {}).plan();
    Explainer explainer = new Explainer(problem, plan);
    for (Placement place : plan.placements()) {
      List<Cause> causes = explainer.causes(place.job(), place.operation());
      Machine machine = problem.machines().get(place.machine());
      boolean held = !causes.isEmpty() && causes.getFirst().until() == place.start();
      if (held && machine.calendar().isAlways() && !machine.isBatching()) {
        List<Placement> moved = new ArrayList<>(plan.placements());
        moved.remove(place);
        moved.add(
            new Placement(
                place.job(),
                place.operation(),
                place.machine(),
                place.start() - 1,
                place.end() - 1));
        assertThat(Checker.check(problem, new Plan(moved, plan.unplanned())).violations())
            .as("%s by %s", place, causes)
            .isNotEmpty();
      }
    }
  }

  @Test
  void a_machine_with_more_due_in_its_first_week_than_it_can_do_is_short() {
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      Operation operation = Operation.of("0", -1, List.of(Mode.of(0, 400_000)));
      jobs.add(new Job("J" + j, 0, 600_000, 1, List.of(operation), List.of()));
    }
    Problem problem =
        Problem.plain(
            "short", List.of(Machine.plain("M")), jobs, Objective.of(Criterion.TARDINESS));
    Plan plan = Scheduler.solve(problem, Limits.iterations(10, 1, 1), p -> {}).plan();
    List<Shortage> shortages = new Explainer(problem, plan).shortages();
    assertThat(shortages.getFirst()).isEqualTo(new Shortage(0, 0, 604_800, 1_200_000, 604_800));
  }
}
