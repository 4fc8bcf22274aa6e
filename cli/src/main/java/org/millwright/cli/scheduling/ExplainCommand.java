// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.millwright.scheduling.explain.Cause;
import org.millwright.scheduling.explain.Explainer;
import org.millwright.scheduling.explain.Shortage;
import org.millwright.scheduling.explain.Step;
import org.millwright.scheduling.format.PlanWriter;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Explains a plan. */
@Command(
    name = "explain",
    description =
        "Says why a job is late, why its operations do not start earlier, and where"
            + " capacity is short.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand extends SchedulingCommand {

  private static final JsonMapper MAPPER = new JsonMapper();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem.")
  private Path problemFile = Path.of("");

  @Parameters(index = "1", paramLabel = "PLAN", description = "What schedule printed.")
  private Path planFile = Path.of("");

  @Option(names = "--job", required = true, description = "The job to explain, by its id.")
  private String jobId = "";

  @Override
  void work() throws ProblemFile.Refused {
    Problem problem = input.read(problemFile);
    Plan plan = input.plan(problem, planFile);
    List<Job> jobs = problem.jobs();
    int job =
        IntStream.range(0, jobs.size())
            .filter(j -> jobs.get(j).id().equals(jobId))
            .findFirst()
            .orElse(-1);
    if (job < 0) {
      throw ProblemFile.refused("SCHEDULE-UNKNOWN", "--job", "There is no job " + jobId + ".");
    }
    Explainer explainer = new Explainer(problem, plan);
    PlanWriter writer = new PlanWriter(problem, input.format());
    ObjectNode result = MAPPER.createObjectNode();
    lateness(result, writer, jobs.get(job), job, plan);
    result.set("chain", chain(explainer.chain(job), problem, writer));
    result.set("operations", operations(explainer, jobs.get(job), job, writer));
    result.set("shortages", shortages(explainer.shortages(), problem, writer));
    print(result);
  }

  private static void lateness(
      ObjectNode result, PlanWriter writer, Job job, int index, Plan plan) {
    int end =
        plan.placements().stream()
            .filter(placement -> placement.job() == index)
            .mapToInt(Placement::end)
            .max()
            .orElse(0);
    result.put("job", job.id());
    writer.time(result, "end", end);
    if (job.due() != Job.NO_DUE) {
      writer.time(result, "due", job.due());
    }
    result.put("late", end > job.due());
    result.put("lateTicks", Math.max(0, end - job.due()));
  }

  private static ArrayNode chain(List<Step> steps, Problem problem, PlanWriter writer) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Step step : steps) {
      ObjectNode node = array.addObject();
      node.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
      writer.named(node, step.job(), step.operation());
      node.put("machine", problem.machines().get(step.machine()).id());
      writer.time(node, "from", step.from());
      writer.time(node, "to", step.to());
      node.put("text", step.text());
    }
    return array;
  }

  private static ArrayNode operations(Explainer explainer, Job job, int index, PlanWriter writer) {
    ArrayNode array = MAPPER.createArrayNode();
    List<Operation> operations = job.operations();
    for (int o = 0; o < operations.size(); o++) {
      ObjectNode node = array.addObject();
      writer.named(node, index, o);
      ArrayNode causes = node.putArray("notEarlierBecause");
      for (Cause cause : explainer.causes(index, o)) {
        ObjectNode entry = causes.addObject();
        entry.put("kind", cause.kind().name().toLowerCase(Locale.ROOT));
        writer.time(entry, "until", cause.until());
        entry.put("text", cause.text());
      }
    }
    return array;
  }

  private static ArrayNode shortages(List<Shortage> shortages, Problem problem, PlanWriter writer) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Shortage shortage : shortages) {
      ObjectNode node = array.addObject();
      node.put("machine", problem.machines().get(shortage.machine()).id());
      writer.time(node, "from", shortage.from());
      writer.time(node, "to", shortage.to());
      node.put("neededTicks", shortage.needed());
      node.put("availableTicks", shortage.available());
    }
    return array;
  }
}
