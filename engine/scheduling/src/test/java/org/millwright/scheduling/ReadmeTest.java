// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.check.Violation;
import org.millwright.scheduling.explain.Explainer;
import org.millwright.scheduling.explain.Step;
import org.millwright.scheduling.format.EventReader;
import org.millwright.scheduling.format.EventReading;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.Reading;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.repair.Repair;
import org.millwright.scheduling.repair.Repaired;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

/** What the README of this module shows. */
class ReadmeTest {

  private static final Path PROBLEM = Path.of("examples", "problem.json");
  private static final Path EVENT = Path.of("examples", "event.json");

  @Test
  void the_example_is_read_planned_checked_and_explained() throws IOException {
    Reading reading = Format.MILLWRIGHT.read("bakery", Files.readString(PROBLEM));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    if (reading instanceof Reading.Accepted(Problem problem)) {
      Solution solution = Scheduler.solve(problem, Limits.iterations(1_000, 2, 1), better -> {});
      Verdict verdict = Checker.check(problem, solution.plan());
      List<Step> chain = new Explainer(problem, solution.plan()).chain(0);
      assertThat(verdict.violations()).isEmpty();
      assertThat(solution.plan().placements()).hasSize(6);
      assertThat(chain).isNotEmpty();
    }
  }

  @Test
  void the_example_is_mended_after_its_event() throws IOException {
    Reading reading = Format.MILLWRIGHT.read("bakery", Files.readString(PROBLEM));
    Problem problem = ((Reading.Accepted) reading).problem();
    Solution solution = Scheduler.solve(problem, Limits.iterations(100, 1, 1), better -> {});
    EventReading event = EventReader.read(problem, Files.readString(EVENT));
    assertThat(event).isInstanceOf(EventReading.Accepted.class);
    Repaired repaired =
        Repair.repair(
            problem,
            solution.plan(),
            ((EventReading.Accepted) event).event(),
            Limits.iterations(50, 1, 1));
    assertThat(repaired).isInstanceOf(Repaired.Done.class);
    Repaired.Done done = (Repaired.Done) repaired;
    assertThat(Checker.check(done.problem(), done.plan()).violations()).isEmpty();
  }

  @Test
  void the_schema_takes_the_example_and_refuses_a_slip_of_the_pen() throws IOException {
    byte[] text;
    try (InputStream stream = Format.class.getResourceAsStream("problem.schema.json")) {
      text = stream.readAllBytes();
    }
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(text, StandardCharsets.UTF_8));
    String example = Files.readString(PROBLEM);
    assertThat(schema.validate(example, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(example.replace("maxLag", "maxlag"), InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate(example.replace("\"PT35M\"", "0"), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void the_readme_names_every_rule_format_and_criterion() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (Violation.Rule rule : Violation.Rule.values()) {
      assertThat(readme).contains("`" + rule.name() + "`");
    }
    for (Format format : Format.values()) {
      assertThat(readme).contains("`" + format.key() + "`");
    }
    for (Criterion criterion : Criterion.values()) {
      assertThat(readme).contains("`" + criterion.key() + "`");
    }
  }
}
