// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.List;
import java.util.TreeMap;
import org.millwright.scheduling.check.Violation.Rule;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.MaterialUse;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.ResourceUse;

/** Resources never overdrawn, materials never consumed before they are there. */
final class SupplyRules {

  private final Problem problem;
  private final List<Violation> found;

  private SupplyRules(Problem problem, List<Violation> found) {
    this.problem = problem;
    this.found = found;
  }

  static void check(Problem problem, Plan plan, List<Violation> found) {
    SupplyRules rules = new SupplyRules(problem, found);
    for (int r = 0; r < problem.resources().size(); r++) {
      rules.resource(r, plan);
    }
    for (int m = 0; m < problem.materials().size(); m++) {
      rules.material(m, plan);
    }
  }

  private void resource(int resource, Plan plan) {
    TreeMap<Integer, Long> change = new TreeMap<>();
    for (Placement placement : plan.placements()) {
      long units = units(placement, resource);
      if (units > 0) {
        change.merge(placement.start(), units, Long::sum);
        change.merge(placement.end(), -units, Long::sum);
      }
    }
    int capacity = problem.resources().get(resource).capacity();
    long held = 0;
    for (var entry : change.entrySet()) {
      held += entry.getValue();
      if (held > capacity) {
        add(
            Rule.RESOURCE,
            "Resource %s: %d units are held at %s and there are %d."
                .formatted(
                    problem.resources().get(resource).id(),
                    held,
                    Names.time(problem, entry.getKey()),
                    capacity));
        return;
      }
    }
  }

  private long units(Placement placement, int resource) {
    for (Mode mode : operation(placement).modes()) {
      if (mode.machine() == placement.machine()) {
        return mode.resources().stream()
            .filter(use -> use.resource() == resource)
            .mapToLong(ResourceUse::units)
            .sum();
      }
    }
    return 0;
  }

  private void material(int index, Plan plan) {
    Material material = problem.materials().get(index);
    TreeMap<Integer, Long> change = new TreeMap<>();
    change.put(Integer.MIN_VALUE, material.stock());
    material
        .receipts()
        .forEach(receipt -> change.merge(receipt.at(), receipt.quantity(), Long::sum));
    for (Placement placement : plan.placements()) {
      for (MaterialUse use : operation(placement).materials()) {
        if (use.material() == index) {
          change.merge(placement.start(), -use.quantity(), Long::sum);
        }
      }
    }
    long stock = 0;
    for (var entry : change.entrySet()) {
      stock += entry.getValue();
      if (stock < 0) {
        add(
            Rule.MATERIAL,
            "Material %s: %d are missing at %s."
                .formatted(material.id(), -stock, Names.time(problem, entry.getKey())));
        return;
      }
    }
  }

  private Operation operation(Placement placement) {
    return problem.jobs().get(placement.job()).operations().get(placement.operation());
  }

  private void add(Rule rule, String message) {
    found.add(new Violation(rule, -1, -1, message));
  }
}
