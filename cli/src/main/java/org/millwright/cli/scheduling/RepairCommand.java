// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.format.EventReader;
import org.millwright.scheduling.format.EventReading;
import org.millwright.scheduling.format.PlanWriter;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.repair.Repair;
import org.millwright.scheduling.repair.Repaired;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mends a plan after an event. */
@Command(
    name = "repair",
    description =
        "Mends a plan after a breakdown, a rush order, late material, a slow operation or"
            + " a move by hand.",
    mixinStandardHelpOptions = true)
public final class RepairCommand extends SchedulingCommand {

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem.")
  private Path problemFile = Path.of("");

  @Parameters(index = "1", paramLabel = "PLAN", description = "What schedule printed.")
  private Path planFile = Path.of("");

  @Parameters(index = "2", paramLabel = "EVENT", description = "What has happened, as JSON.")
  private Path eventFile = Path.of("");

  @Mixin private SearchOptions search = new SearchOptions();

  @Option(names = "--out", description = "Also write the plan to this file.")
  private @Nullable Path out;

  @Override
  void work() throws ProblemFile.Refused {
    expectFolder("--out", out);
    Problem problem = input.read(problemFile);
    Plan plan = input.plan(problem, planFile);
    Verdict verdict = Checker.check(problem, plan);
    if (!verdict.legal()) {
      throw ProblemFile.refused(
          "SCHEDULE-PLAN",
          planFile.toString(),
          "The plan is not legal: " + verdict.violations().getFirst().message());
    }
    EventReading reading = EventReader.read(problem, ProblemFile.text(eventFile));
    Repaired repaired =
        switch (reading) {
          case EventReading.Accepted accepted ->
              Repair.repair(problem, plan, accepted.event(), limits(search));
          case EventReading.Refused refused -> throw new ProblemFile.Refused(refused.refusals());
        };
    switch (repaired) {
      case Repaired.Done done -> show(done);
      case Repaired.Refused refused -> throw new ProblemFile.Refused(refused.refusals());
    }
  }

  private void show(Repaired.Done done) {
    PlanWriter writer = new PlanWriter(done.problem(), input.format());
    String status = done.plan().unplanned().isEmpty() ? "feasible" : "partial";
    ObjectNode result =
        writer.write(status, done.after(), 0, done.firstLegalSeconds(), done.plan());
    result.put("firstLegalMilliseconds", Math.round(done.firstLegalSeconds() * 1e3));
    ArrayNode moved = result.putArray("moved");
    for (Repaired.Move move : done.moves()) {
      ObjectNode node = moved.addObject();
      writer.named(node, move.to().job(), move.to().operation());
      node.set("from", writer.operation(move.from()));
      node.set("to", writer.operation(move.to()));
    }
    long all = done.plan().placements().size();
    result.put("movedShare", all == 0 ? 0 : (double) done.moves().size() / all);
    result.set("cost", cost(done.before(), done.after()));
    if (out != null) {
      write(out, result.toString());
    }
    print(result);
  }

  /** What the event and the moves cost: each criterion now less before. */
  private static ObjectNode cost(Score before, Score after) {
    ObjectNode node = new tools.jackson.databind.json.JsonMapper().createObjectNode();
    for (Criterion criterion : Criterion.values()) {
      PlanWriter.number(node, criterion.key(), after.of(criterion) - before.of(criterion));
    }
    return node;
  }
}
