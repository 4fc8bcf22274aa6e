// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.model.Refusal;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

class BadInputTest {

  private static final Operation STEP = Operation.of("0", -1, List.of(Mode.of(0, 5)));

  @Test
  void a_million_operations_are_refused_before_anything_is_made_of_them() {
    List<Operation> many = java.util.Collections.nCopies(1_000_001, STEP);
    List<Refusal> refusals =
        Validator.validate(problem(List.of(new Job("A", 0, 1, 1, many, List.of()))));
    assertThat(refusals).extracting(Refusal::code).containsExactly("SCHEDULE-SIZE");
  }

  @Test
  void a_very_long_chain_that_does_not_fit_is_left_out_and_not_an_error() {
    List<Operation> chain = java.util.Collections.nCopies(30_000, STEP);
    Job job = new Job("A", 0, 1, 1, chain, Job.chain(30_000));
    Problem whole = problem(List.of(job));
    Problem shortened =
        new Problem(
            whole.name(),
            whole.scale(),
            100,
            List.of(),
            whole.machines(),
            List.of(),
            List.of(),
            whole.jobs(),
            whole.tariff(),
            false,
            whole.objective(),
            null);
    assertThat(Validator.validate(shortened)).isEmpty();
    Solution solution = Scheduler.solve(shortened, Limits.iterations(1, 1, 1), p -> {});
    assertThat(solution.plan().placements()).hasSize(20);
    assertThat(solution.plan().unplanned()).hasSize(29_980);
    assertThat(Checker.check(shortened, solution.plan()).violations()).isEmpty();
  }

  @Test
  void locks_that_contradict_each_other_or_the_order_are_refused() {
    Operation early = STEP.withLock(new Lock(0, 0, 5));
    Operation same = STEP.withLock(new Lock(0, 3, 8));
    Operation outside = STEP.withLock(new Lock(0, -3, 2));
    assertThat(codes(Job.inARow("A", List.of(early)), Job.inARow("B", List.of(same))))
        .contains("SCHEDULE-LOCK");
    assertThat(codes(Job.inARow("A", List.of(same, early)))).contains("SCHEDULE-LOCK");
    assertThat(codes(Job.inARow("A", List.of(outside)))).contains("SCHEDULE-LOCK");
  }

  @Test
  void times_that_make_no_sense_are_refused() {
    Operation none = Operation.of("0", -1, List.of(Mode.of(0, 0)));
    Operation back = Operation.of("0", -1, List.of(Mode.of(0, -1)));
    assertThat(codes(Job.inARow("A", List.of(none)))).contains("SCHEDULE-DURATION");
    assertThat(codes(Job.inARow("A", List.of(back)))).contains("SCHEDULE-DURATION");
    assertThat(codes(new Job("A", -1, 5, 1, List.of(STEP), List.of()))).contains("SCHEDULE-TIME");
    assertThat(codes(new Job("A", 0, 5, Double.NaN, List.of(STEP), List.of())))
        .contains("SCHEDULE-TIME");
    Link back2 = new Link(0, 1, 9, 3, 1);
    assertThat(codes(new Job("A", 0, 5, 1, List.of(STEP, STEP), List.of(back2))))
        .contains("SCHEDULE-LAG");
  }

  @ParameterizedTest
  @CsvSource({"FJSP", "JSP", "HFSP", "SDST_PFSP", "WTSDS", "MILLWRIGHT"})
  void no_cut_of_a_file_ends_in_an_exception(Format format) {
    String whole =
        switch (format) {
          case FJSP -> "2 2 1.5\n2 1 1 5 2 1 3 2 4\n1 1 2 7\n";
          case JSP -> "2 2\n0 3 1 2\n1 4 0 1\n";
          case HFSP -> "2\n2\n2 1\n3 4\n5 6\n";
          case SDST_PFSP -> "2 2\n3 4\n2 5\n0 1\n2 0\n0 3\n1 0\n";
          case WTSDS ->
              "Problem Instance: 1\nProblem Size: 1\nProcess Times:\n3\nWeights:\n1\nDuedates:\n3\n"
                  + "Setup Times:\n-1 0 1\nEnd Problem Specification\n";
          case MILLWRIGHT ->
              "{\"machines\":[{\"id\":\"M\"}],\"jobs\":[{\"id\":\"A\",\"operations\":[{\"id\":\"1\","
                  + "\"modes\":[{\"machine\":\"M\",\"duration\":3}]}]}]}";
        };
    assertThat(format.read("x", whole)).isInstanceOf(Reading.Accepted.class);
    for (int cut = 0; cut < whole.length(); cut++) {
      assertThat(format.read("x", whole.substring(0, cut))).isNotNull();
      assertThat(Format.guess(whole.substring(0, cut))).isNotNull();
    }
    for (String odd : List.of("99999999999999999999", "NaN", "-1", "{}", "null", "\u0000")) {
      for (int at = 0; at < whole.length(); at += 3) {
        String text = whole.substring(0, at) + odd + whole.substring(at);
        assertThat(format.read("x", text)).isNotNull();
      }
    }
  }

  private static List<String> codes(Job... jobs) {
    return Validator.validate(problem(List.of(jobs))).stream().map(Refusal::code).toList();
  }

  private static Problem problem(List<Job> jobs) {
    return Problem.plain(
        "bad", List.of(Machine.plain("M")), jobs, Objective.of(Criterion.TARDINESS));
  }
}
