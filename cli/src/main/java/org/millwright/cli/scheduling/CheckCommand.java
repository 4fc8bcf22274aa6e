// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.check.Violation;
import org.millwright.scheduling.format.PlanWriter;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a plan against its problem. */
@Command(
    name = "check",
    description = "Checks a plan against its problem and says what is wrong with it.",
    mixinStandardHelpOptions = true)
public final class CheckCommand extends SchedulingCommand {

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem.")
  private Path problemFile = Path.of("");

  @Parameters(index = "1", paramLabel = "PLAN", description = "What schedule printed.")
  private Path planFile = Path.of("");

  @Override
  void work() throws ProblemFile.Refused {
    Problem problem = input.read(problemFile);
    Plan plan = input.plan(problem, planFile);
    Verdict verdict = Checker.check(problem, plan);
    PlanWriter writer = new PlanWriter(problem, input.format());
    ObjectNode result = new JsonMapper().createObjectNode();
    result.put("legal", verdict.legal());
    ArrayNode violations = result.putArray("violations");
    for (Violation violation : verdict.violations()) {
      ObjectNode node = violations.addObject();
      node.put("rule", violation.rule().name());
      if (violation.job() >= 0 && violation.operation() >= 0) {
        writer.named(node, violation.job(), violation.operation());
      }
      node.put("message", violation.message());
    }
    result.set("objective", writer.objective(verdict.score()));
    print(result);
  }
}
