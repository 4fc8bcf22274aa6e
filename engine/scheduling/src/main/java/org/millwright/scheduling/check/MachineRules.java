// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.check.Violation.Rule;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/** One thing at a time, setups between, furnace loads, room behind, one order for all. */
final class MachineRules {

  private final Problem problem;
  private final @Nullable Placement[][] places;
  private final List<Violation> found;

  private MachineRules(Problem problem, @Nullable Placement[][] places, List<Violation> found) {
    this.problem = problem;
    this.places = places;
    this.found = found;
  }

  static void check(
      Problem problem, Plan plan, @Nullable Placement[][] places, List<Violation> found) {
    MachineRules rules = new MachineRules(problem, places, found);
    List<List<Placement>> sequences = Scorer.byMachine(problem, plan);
    for (int m = 0; m < sequences.size(); m++) {
      rules.machine(problem.machines().get(m), sequences.get(m));
    }
    if (problem.sameSequence()) {
      rules.sameSequence(sequences);
    }
  }

  private void machine(Machine machine, List<Placement> sequence) {
    int family = machine.initialFamily();
    int freeAt = machine.availableFrom();
    Placement previous = null;
    List<Placement> before = List.of();
    for (List<Placement> load : loads(machine, sequence)) {
      Placement first = load.getFirst();
      for (Placement left : before) {
        freeAt = Math.max(freeAt, leaves(left, load));
      }
      load(machine, load);
      int next = operation(first).family();
      boolean given = locked(first) && (previous == null || locked(previous));
      if (previous != null && first.start() < freeAt) {
        add(
            Rule.MACHINE,
            first,
            "starts before "
                + Names.operation(problem, previous)
                + " has left "
                + Names.machine(problem, first.machine()));
      } else if (!given) {
        setup(machine, first, freeAt, machine.setups().ticks(family, next));
      }
      family = next < 0 ? family : next;
      before = load;
      previous = first;
    }
  }

  private void setup(Machine machine, Placement placement, int freeAt, int ticks) {
    long room = WorkingTime.between(machine.calendar(), freeAt, placement.start());
    if (room < ticks) {
      add(Rule.SETUP, placement, "needs a setup of " + ticks + " ticks and has " + room);
    }
  }

  private List<List<Placement>> loads(Machine machine, List<Placement> sequence) {
    List<List<Placement>> loads = new ArrayList<>();
    for (Placement placement : sequence) {
      if (machine.isBatching()
          && !loads.isEmpty()
          && loads.getLast().getFirst().start() == placement.start()) {
        loads.getLast().add(placement);
      } else {
        loads.add(new ArrayList<>(List.of(placement)));
      }
    }
    return loads;
  }

  private void load(Machine machine, List<Placement> load) {
    if (!machine.isBatching()) {
      return;
    }
    Placement first = load.getFirst();
    int size = 0;
    for (Placement placement : load) {
      size += operation(placement).size();
      if (placement.end() != first.end()) {
        add(Rule.BATCH, placement, "does not end with its furnace load");
      }
      if (operation(placement).family() != operation(first).family()) {
        add(Rule.BATCH, placement, "shares a furnace load with another family");
      }
    }
    if (size > machine.batchCapacity()) {
      add(
          Rule.BATCH,
          first,
          "is in a load of " + size + " where " + machine.batchCapacity() + " fit");
    }
  }

  /**
   * When the machine is free of an operation for the next load: at its end, or when what follows
   * elsewhere has started. A job that goes on in the next load of the same machine does not wait
   * for itself.
   */
  private int leaves(Placement placement, List<Placement> next) {
    int free = placement.end();
    if (problem.machines().get(placement.machine()).blocking()) {
      for (Link link : problem.jobs().get(placement.job()).links()) {
        Placement after = places[placement.job()][link.after()];
        if (link.before() == placement.operation() && after != null && !next.contains(after)) {
          free = Math.max(free, after.start());
        }
      }
    }
    return free;
  }

  private void sameSequence(List<List<Placement>> sequences) {
    List<Integer> order = null;
    for (List<Placement> sequence : sequences) {
      List<Integer> jobs = sequence.stream().map(Placement::job).toList();
      if (order != null && !jobs.equals(order)) {
        found.add(
            new Violation(
                Rule.SAME_SEQUENCE,
                -1,
                -1,
                Names.machine(problem, sequence.getFirst().machine())
                    + " works the jobs in another order than the machine before it."));
        return;
      }
      order = jobs;
    }
  }

  private boolean locked(Placement placement) {
    return operation(placement).lock() != null;
  }

  private Operation operation(Placement placement) {
    return problem.jobs().get(placement.job()).operations().get(placement.operation());
  }

  private void add(Rule rule, Placement placement, String fault) {
    String message =
        "%s %s (start %s)."
            .formatted(
                Names.operation(problem, placement), fault, Names.time(problem, placement.start()));
    found.add(new Violation(rule, placement.job(), placement.operation(), message));
  }
}
