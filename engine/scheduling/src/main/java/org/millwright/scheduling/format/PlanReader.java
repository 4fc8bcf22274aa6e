// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayList;
import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads plans in the form {@link PlanWriter} gives them; other properties are passed over. */
public final class PlanReader {

  private static final JsonMapper MAPPER = new JsonMapper();

  private PlanReader() {}

  /** Reads the plan of a problem. */
  public static PlanReading read(Problem problem, String text) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException malformed) {
      return new PlanReading.Refused(
          List.of(Refusal.of("SCHEDULE-JSON", "", malformed.getOriginalMessage() + ".")));
    }
    List<Refusal> faults = new ArrayList<>();
    Cursor root = new Cursor(tree, "", faults);
    if (!root.has("operations")) {
      root.fault("SCHEDULE-MISSING", "operations", "A plan has an array of operations.");
    }
    Catalog catalog = new Catalog(problem);
    List<Placement> placements = new ArrayList<>();
    for (Cursor at : root.list("operations")) {
      int job = catalog.job(at);
      placements.add(
          new Placement(
              job,
              catalog.operation(at, job),
              catalog.machine(at),
              at.time("start", problem.scale(), null),
              at.time("end", problem.scale(), null)));
    }
    List<Unplanned> unplanned = new ArrayList<>();
    for (Cursor at : root.list("unplanned")) {
      int job = catalog.job(at);
      unplanned.add(new Unplanned(job, catalog.operation(at, job), at.textOr("reason", "")));
    }
    return faults.isEmpty()
        ? new PlanReading.Accepted(new Plan(placements, unplanned))
        : new PlanReading.Refused(faults);
  }
}
