// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.Reading;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;

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
}
