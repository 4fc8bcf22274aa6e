// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
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

  @Option(
      names = "--job",
      description = "The job to explain, by its id. Default: which jobs are late, and shortages.")
  private @Nullable String jobId;

  @Option(names = "--operation", description = "Only this operation of the job, by its id.")
  private @Nullable String operationId;

  @Override
  void work() throws ProblemFile.Refused {
    Problem problem = input.read(problemFile);
    Plan plan = input.plan(problem, planFile);
    expectLegal(problem, plan);
    Explainer explainer = new Explainer(problem, plan);
    PlanWriter writer = new PlanWriter(problem, input.format());
    ObjectNode result = MAPPER.createObjectNode();
    if (jobId == null) {
      lateJobs(result.putArray("lateJobs"), problem, plan, writer);
    } else {
      int job = find("--job", jobId, problem.jobs().stream().map(Job::id).toList());
      Job source = problem.jobs().get(job);
      int only = operation(source);
      lateness(result, writer, source, job, plan);
      result.set("chain", chain(explainer.chain(job), problem, writer));
      result.set("operations", operations(explainer, source, job, only, writer));
    }
    result.set("shortages", shortages(explainer.shortages(), problem, writer));
    print(result);
  }

  private void expectLegal(Problem problem, Plan plan) throws ProblemFile.Refused {
    Verdict verdict = Checker.check(problem, plan);
    if (!verdict.legal()) {
      throw ProblemFile.refused(
          "SCHEDULE-PLAN",
          planFile.toString(),
          "The plan is not legal: " + verdict.violations().getFirst().message());
    }
  }

  private int operation(Job job) throws ProblemFile.Refused {
    return operationId == null
        ? -1
        : find("--operation", operationId, job.operations().stream().map(Operation::id).toList());
  }

  private static int find(String option, String id, List<String> ids) throws ProblemFile.Refused {
    int found = ids.indexOf(id);
    if (found < 0) {
      String kind = option.substring(2);
      throw ProblemFile.refused("SCHEDULE-UNKNOWN", option, "There is no " + kind + " " + id + ".");
    }
    return found;
  }

  private static void lateJobs(ArrayNode array, Problem problem, Plan plan, PlanWriter writer) {
    int[] ends = new int[problem.jobs().size()];
    plan.placements()
        .forEach(place -> ends[place.job()] = Math.max(ends[place.job()], place.end()));
    for (int j = 0; j < ends.length; j++) {
      if (ends[j] > problem.jobs().get(j).due()) {
        lateness(array.addObject(), writer, problem.jobs().get(j), j, plan);
      }
    }
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

  private static ArrayNode operations(
      Explainer explainer, Job job, int index, int only, PlanWriter writer) {
    ArrayNode array = MAPPER.createArrayNode();
    List<Operation> operations = job.operations();
    for (int o = 0; o < operations.size(); o++) {
      if (only >= 0 && o != only) {
        continue;
      }
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
