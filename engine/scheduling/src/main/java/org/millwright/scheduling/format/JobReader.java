// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.MaterialUse;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.ResourceUse;
import org.millwright.scheduling.problem.TimeScale;

/** Reads jobs of the JSON format. */
final class JobReader {

  private final TimeScale scale;
  private final Index families;
  private final Index machines;
  private final Index resources;
  private final Index materials;

  JobReader(TimeScale scale, Index families, Index machines, Index resources, Index materials) {
    this.scale = scale;
    this.families = families;
    this.machines = machines;
    this.resources = resources;
    this.materials = materials;
  }

  Job read(Cursor at, Index names) {
    String id = at.text("id");
    names.add(at, id);
    Index operationNames = new Index("operation of job " + id);
    List<Cursor> items = at.list("operations");
    for (Cursor item : items) {
      operationNames.add(item, item.text("id"));
    }
    List<Operation> operations = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (Cursor item : items) {
      links(item, operations.size(), operationNames, links);
      operations.add(operation(item));
    }
    int due = at.time("due", scale, Job.NO_DUE);
    Job job =
        new Job(id, at.time("release", scale, 0), due, at.number("weight", 1), operations, links);
    at.expectNoMore();
    return job;
  }

  /** An operation that does not say what it comes after comes after the one written before it. */
  private void links(Cursor at, int index, Index names, List<Link> links) {
    if (!at.has("after")) {
      if (index > 0) {
        links.add(Link.of(index - 1, index));
      }
      return;
    }
    for (Cursor item : at.list("after")) {
      int before = names.find(item, "operation");
      int minLag = item.span("minLag", scale, 0, 0);
      int maxLag = item.has("maxLag") ? item.span("maxLag", scale, 0, 0) : Link.UNLIMITED;
      int lots = (int) item.whole("lots", 1, 1_000_000, 1L);
      links.add(new Link(before, index, minLag, maxLag, lots));
      item.expectNoMore();
    }
  }

  private Operation operation(Cursor at) {
    List<ResourceUse> common = resources(at);
    double quantity = at.number("quantity", 0);
    List<Mode> modes = new ArrayList<>();
    for (Cursor item : at.list("modes")) {
      modes.add(mode(item, common, quantity));
    }
    List<MaterialUse> uses = new ArrayList<>();
    for (Cursor item : at.list("materials")) {
      int material = materials.find(item, "material");
      uses.add(new MaterialUse(material, item.whole("quantity", 1, Integer.MAX_VALUE, null)));
      item.expectNoMore();
    }
    Operation operation =
        new Operation(
            at.text("id"),
            at.has("family") ? families.find(at, "family") : -1,
            modes,
            at.flag("mayPause"),
            at.time("earliest", scale, 0),
            (int) at.whole("size", 1, Integer.MAX_VALUE, 1L),
            uses,
            lock(at));
    at.expectNoMore();
    return operation;
  }

  private Mode mode(Cursor at, List<ResourceUse> common, double quantity) {
    int machine = machines.find(at, "machine");
    int duration;
    if (at.has("rate")) {
      double rate = at.number("rate", 1);
      double ticks = Math.ceil(quantity / rate);
      if (!(ticks >= 1) || ticks > Problem.MAX_HORIZON) {
        at.fault(
            "SCHEDULE-DURATION",
            "rate",
            "\"quantity\" of the operation over \"rate\" gives no duration from 1 tick.");
        ticks = 1;
      }
      duration = (int) ticks;
    } else {
      duration = at.span("duration", scale, 1, null);
    }
    List<ResourceUse> all = new ArrayList<>(common);
    all.addAll(resources(at));
    at.expectNoMore();
    Set<Integer> seen = new HashSet<>();
    if (!all.stream().allMatch(use -> seen.add(use.resource()))) {
      at.fault("SCHEDULE-DUPLICATE", "resources", "A resource is named twice.");
    }
    return new Mode(machine, duration, all);
  }

  private List<ResourceUse> resources(Cursor at) {
    List<ResourceUse> uses = new ArrayList<>();
    for (Cursor item : at.list("resources")) {
      int resource = resources.find(item, "resource");
      uses.add(new ResourceUse(resource, (int) item.whole("units", 1, Integer.MAX_VALUE, 1L)));
      item.expectNoMore();
    }
    return uses;
  }

  private @Nullable Lock lock(Cursor at) {
    if (!at.has("lock")) {
      return null;
    }
    Cursor lock = at.object("lock");
    int machine = machines.find(lock, "machine");
    int start = lock.time("start", scale, null);
    int end = lock.time("end", scale, null);
    lock.expectNoMore();
    return new Lock(machine, start, end);
  }
}
