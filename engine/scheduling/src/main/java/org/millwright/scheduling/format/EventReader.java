// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Resource;
import org.millwright.scheduling.problem.TimeScale;
import org.millwright.scheduling.repair.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads events, which are JSON objects with a {@code type}. */
public final class EventReader {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Problem problem;
  private final TimeScale scale;
  private final Catalog catalog;

  private EventReader(Problem problem) {
    this.problem = problem;
    this.scale = problem.scale();
    this.catalog = new Catalog(problem);
  }

  /** Reads an event that happens to a plan of a problem. */
  public static EventReading read(Problem problem, String text) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException malformed) {
      return new EventReading.Refused(
          List.of(Refusal.of("SCHEDULE-JSON", "", malformed.getOriginalMessage() + ".")));
    }
    List<Refusal> faults = new ArrayList<>();
    Cursor root = new Cursor(tree, "", faults);
    Event event = new EventReader(problem).event(root);
    if (faults.isEmpty()) {
      root.expectNoMore();
    }
    return faults.isEmpty() ? new EventReading.Accepted(event) : new EventReading.Refused(faults);
  }

  private Event event(Cursor root) {
    String type = root.text("type");
    return switch (type) {
      case "breakdown" -> breakdown(root);
      case "rush" -> rush(root);
      case "material" -> material(root);
      case "slow" -> slow(root);
      case "move" -> move(root);
      default -> {
        root.fault(
            "SCHEDULE-EVENT", "type", "The type is breakdown, rush, material, slow or move.");
        yield new Event.Breakdown(0, 0, 0, 1);
      }
    };
  }

  private Event breakdown(Cursor root) {
    int from = root.time("from", scale, null);
    return new Event.Breakdown(
        root.time("now", scale, from),
        catalog.machine(root),
        from,
        root.time("until", scale, null));
  }

  private Event rush(Cursor root) {
    int now = root.time("now", scale, 0);
    Index families = index("family", problem.families());
    Index machines = index("machine", problem.machines().stream().map(Machine::id).toList());
    Index resources = index("resource", problem.resources().stream().map(Resource::id).toList());
    Index materials = index("material", problem.materials().stream().map(Material::id).toList());
    if (!root.has("order")) {
      root.fault("SCHEDULE-MISSING", "order", "A rush order is a job as in the problem.");
    }
    Index names = index("job", problem.jobs().stream().map(Job::id).toList());
    Job job =
        new JobReader(scale, families, machines, resources, materials)
            .read(root.object("order"), names);
    return new Event.RushOrder(now, job);
  }

  private static Index index(String kind, List<String> names) {
    Index index = new Index(kind);
    names.forEach(index::intern);
    return index;
  }

  private Event material(Cursor root) {
    int now = root.time("now", scale, 0);
    String name = root.text("material");
    int found = 0;
    while (found < problem.materials().size()
        && !problem.materials().get(found).id().equals(name)) {
      found++;
    }
    if (found == problem.materials().size()) {
      root.fault("SCHEDULE-UNKNOWN", "material", "The problem has no material " + name + ".");
    }
    List<Material.Receipt> receipts = new ArrayList<>();
    for (Cursor receipt : root.list("receipts")) {
      receipts.add(
          new Material.Receipt(
              receipt.time("at", scale, null),
              receipt.whole("quantity", 1, Integer.MAX_VALUE, null)));
    }
    receipts.sort(Comparator.comparingInt(Material.Receipt::at));
    return new Event.LateMaterial(now, found, receipts);
  }

  private Event slow(Cursor root) {
    int job = catalog.job(root);
    double factor = root.number("factor", 1);
    if (!(factor > 0)) {
      root.fault("SCHEDULE-EVENT", "factor", "The factor must be greater than 0.");
    }
    return new Event.SlowOperation(
        root.time("now", scale, 0), job, catalog.operation(root, job), factor);
  }

  private Event move(Cursor root) {
    int job = catalog.job(root);
    return new Event.Drag(
        root.time("now", scale, 0),
        job,
        catalog.operation(root, job),
        catalog.machine(root),
        root.time("start", scale, null));
  }
}
