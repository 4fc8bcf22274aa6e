// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.millwright.scheduling.problem.Problem;

/** Finds machines, jobs and operations by the names a JSON document uses. */
final class Catalog {

  private final Problem problem;
  private final Map<String, Integer> machines = new HashMap<>();
  private final Map<String, Integer> jobs = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> operations = new HashMap<>();

  Catalog(Problem problem) {
    this.problem = problem;
    for (int m = 0; m < problem.machines().size(); m++) {
      machines.put(problem.machines().get(m).id(), m);
    }
    for (int j = 0; j < problem.jobs().size(); j++) {
      jobs.put(problem.jobs().get(j).id(), j);
    }
  }

  int machine(Cursor at) {
    return find(at, "machine", name -> machines.getOrDefault(name, -1));
  }

  int job(Cursor at) {
    return find(at, "job", name -> jobs.getOrDefault(name, -1));
  }

  int operation(Cursor at, int job) {
    return find(at, "operation", name -> byName(job).getOrDefault(name, -1));
  }

  private Map<String, Integer> byName(int job) {
    return operations.computeIfAbsent(
        job,
        key -> {
          Map<String, Integer> names = new HashMap<>();
          problem.jobs().get(key).operations().forEach(o -> names.put(o.id(), names.size()));
          return names;
        });
  }

  private static int find(Cursor at, String property, ToIntFunction<String> index) {
    String name = at.text(property);
    int found = index.applyAsInt(name);
    if (found < 0 && !name.isEmpty()) {
      at.fault("SCHEDULE-UNKNOWN", property, "The problem has no " + property + " " + name + ".");
    }
    return Math.max(0, found);
  }
}
