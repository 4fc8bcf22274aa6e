// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.Map;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes plans as JSON: names and instants for the JSON format, indices and ticks for benchmark
 * formats, which count from 0.
 */
public final class PlanWriter {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Problem problem;
  private final boolean numbered;

  /** A writer for the plans of a problem that was read in a format. */
  public PlanWriter(Problem problem, Format format) {
    this.problem = problem;
    this.numbered = format != Format.MILLWRIGHT;
  }

  /** The object the {@code schedule} command prints. */
  public ObjectNode write(
      String status, Score score, double lowerBound, double seconds, Plan plan) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("status", status);
    root.set("objective", objective(score));
    number(root, "lowerBound", lowerBound);
    root.put("elapsedSeconds", Math.round(seconds * 1000) / 1000.0);
    root.set("operations", operations(plan));
    if (!plan.unplanned().isEmpty()) {
      root.set("unplanned", unplanned(plan));
    }
    return root;
  }

  /** Every criterion with its value. */
  public ObjectNode objective(Score score) {
    ObjectNode node = MAPPER.createObjectNode();
    for (Map.Entry<Criterion, Double> entry : score.values().entrySet()) {
      number(node, entry.getKey().key(), entry.getValue());
    }
    return node;
  }

  /** Puts a number, without a fraction where it has none. */
  public static void number(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      node.put(name, (long) value);
    } else {
      node.put(name, value);
    }
  }

  private ArrayNode operations(Plan plan) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Placement placement : plan.placements()) {
      array.add(operation(placement));
    }
    return array;
  }

  /** One operation of a plan. */
  public ObjectNode operation(Placement placement) {
    ObjectNode node = MAPPER.createObjectNode();
    named(node, placement.job(), placement.operation());
    if (numbered) {
      node.put("machine", placement.machine());
    } else {
      node.put("machine", problem.machines().get(placement.machine()).id());
    }
    time(node, "start", placement.start());
    time(node, "end", placement.end());
    return node;
  }

  private ArrayNode unplanned(Plan plan) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Unplanned item : plan.unplanned()) {
      ObjectNode node = array.addObject();
      named(node, item.job(), item.operation());
      node.put("reason", item.reason());
    }
    return array;
  }

  /** Puts the names of an operation and of its job. */
  public void named(ObjectNode node, int job, int operation) {
    if (numbered) {
      node.put("job", job);
      node.put("operation", operation);
    } else {
      node.put("job", problem.jobs().get(job).id());
      node.put("operation", problem.jobs().get(job).operations().get(operation).id());
    }
  }

  /** Puts a time: an instant if the problem speaks of instants. */
  public void time(ObjectNode node, String name, int tick) {
    if (problem.scale().dated()) {
      node.put(name, problem.scale().instant(tick).toString());
    } else {
      node.put(name, tick);
    }
  }
}
