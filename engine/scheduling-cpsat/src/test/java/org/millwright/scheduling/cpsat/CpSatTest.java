// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.Reading;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Setups;
import org.millwright.scheduling.problem.Tariff;
import org.millwright.scheduling.problem.TimeScale;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Prover;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

class CpSatTest {

  /** ft06 of Fisher and Thompson (1963), optimum 55. */
  private static final String FT06 =
      """
      6 6
      2 1 0 3 1 6 3 7 5 3 4 6
      1 8 2 5 4 10 5 10 0 10 3 4
      2 5 3 4 5 8 0 9 1 1 4 7
      1 5 0 5 2 5 3 3 4 8 5 9
      2 9 1 3 4 5 5 4 0 3 3 1
      1 3 3 3 5 9 0 10 4 4 2 1
      """;

  @Test
  void both_find_the_optimum_of_ft06() {
    Problem problem = ((Reading.Accepted) Format.JSP.read("ft06", FT06)).problem();

    assertThat(CpSat.solve(problem, 20, 2)).isEqualTo(new Outcome.Found(55, 55, true));
    assertThat(Scheduler.solve(problem, Limits.iterations(4_000, 1, 1), p -> {}).value())
        .isEqualTo(55);
  }

  /** Two jobs on two machines that like opposite orders: 13 in one order, 8 if each has its own. */
  private static final String TWO_JOBS =
      """
      2 2
      1 2
      2 1
      0 1
      9 0
      0 9
      1 0
      """;

  @Test
  void one_sequence_on_all_machines_is_modelled() {
    Problem problem = ((Reading.Accepted) Format.SDST_PFSP.read("two", TWO_JOBS)).problem();

    Outcome outcome = CpSat.solve(problem, 20, 2);

    assertThat(outcome).isEqualTo(new Outcome.Found(13, 13, true));
    assertThat(Scheduler.solve(problem, Limits.iterations(200, 1, 1), p -> {}).value())
        .isEqualTo(13);
  }

  @Test
  void what_the_model_leaves_out_is_said() {
    String shop = "1 1\n0 5\n";
    Problem problem = ((Reading.Accepted) Format.JSP.read("one", shop)).problem();
    Problem weighed = problem.withObjective(Objective.of(Criterion.CHANGEOVER));

    assertThat(CpSat.solve(weighed, 20, 2)).isEqualTo(new Outcome.None("objective not modelled"));
  }

  /** The instance ft06 of Fisher and Thompson (1963); its optimum is 55. */
  @Test
  void the_scheduler_asks_for_a_proof_and_ends_with_it() {
    Problem problem = ((Reading.Accepted) Format.JSP.read("ft06", FT06)).problem();

    Solution solution =
        Scheduler.solve(problem, Limits.of(Duration.ofSeconds(60), 1, 1), better -> {});

    assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
    assertThat(solution.lowerBound()).isEqualTo(55);
    assertThat(solution.value()).isEqualTo(55);
  }

  @Test
  void a_bound_is_never_above_what_the_checker_finds_reached() {
    for (long seed = 1; seed <= 25; seed++) {
      Problem problem = small(new SplittableRandom(seed));
      Solution own = Scheduler.solve(problem, Limits.iterations(2_000, 1, seed), better -> {});
      Prover prover = new CpSatProver();
      assertThat(prover.suits(problem)).isTrue();

      Prover.Proof proof = prover.search(problem, own.plan(), 2).run(Duration.ofSeconds(5));

      assertThat(proof.bound()).as("seed %d", seed).isLessThanOrEqualTo(own.value());
      Verdict verdict = Checker.check(problem, proof.plan().orElseThrow());
      assertThat(verdict.violations()).as("seed %d", seed).isEmpty();
      assertThat(verdict.score().levels(problem.objective())[0]).isEqualTo(proof.bound());
    }
  }

  /** Jobs with releases, due dates and alternatives; every second time with setups by family. */
  private static Problem small(SplittableRandom random) {
    boolean setups = random.nextBoolean();
    int[][] between = {{0, random.nextInt(9)}, {random.nextInt(9), 0}};
    Machine plain = Machine.plain("m");
    Machine machine = setups ? plain.withSetups(new Setups(between, new int[] {1, 2})) : plain;
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < 4; j++) {
      List<Operation> operations = new ArrayList<>();
      for (int o = 0; o < 3; o++) {
        List<Mode> modes = new ArrayList<>(List.of(Mode.of(o % 2, 1 + random.nextInt(9))));
        if (random.nextBoolean()) {
          modes.add(Mode.of(1 - o % 2, 1 + random.nextInt(9)));
        }
        operations.add(Operation.of("o" + o, random.nextInt(2), modes));
      }
      int due = 10 + random.nextInt(30);
      double weight = 1 + random.nextInt(5);
      jobs.add(new Job("j" + j, random.nextInt(9), due, weight, operations, Job.chain(3)));
    }
    return new Problem(
        "small",
        TimeScale.BARE,
        1_000,
        List.of("red", "blue"),
        List.of(machine, machine),
        List.of(),
        List.of(),
        jobs,
        Tariff.NONE,
        false,
        Objective.of(random.nextBoolean() ? Criterion.MAKESPAN : Criterion.TARDINESS),
        null);
  }
}
