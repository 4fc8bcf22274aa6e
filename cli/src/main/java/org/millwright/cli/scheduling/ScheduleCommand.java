// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.format.Gantt;
import org.millwright.scheduling.format.PlanWriter;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Plans a problem. */
@Command(
    name = "schedule",
    description = "Plans a problem: a legal plan at once, better ones as long as there is time.",
    mixinStandardHelpOptions = true)
public final class ScheduleCommand extends SchedulingCommand {

  @Parameters(paramLabel = "FILE", description = "The problem.")
  private Path file = Path.of("");

  @Mixin private SearchOptions search = new SearchOptions();

  @Option(names = "--out", description = "Also write the plan to this file.")
  private @Nullable Path out;

  @Option(names = "--gantt", description = "Also draw the plan into this SVG file.")
  private @Nullable Path gantt;

  @Override
  void work() throws ProblemFile.Refused {
    expectFolder("--out", out);
    expectFolder("--gantt", gantt);
    Problem problem = input.read(file);
    Solution solution = search(problem, search, Scheduler::solve);
    ObjectNode result =
        new PlanWriter(problem, input.format())
            .write(
                solution.status().key(),
                solution.score(),
                solution.lowerBound(),
                solution.seconds(),
                solution.plan());
    if (out != null) {
      write(out, result.toString());
    }
    if (gantt != null) {
      write(gantt, Gantt.svg(problem, solution.plan()));
    }
    print(result);
  }
}
