// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.millwright.scheduling.check.Violation.Rule;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Span;

/** What each operation must keep by itself: machine, duration, window, lock. */
final class OperationRules {

  private final Problem problem;
  private final List<Violation> found;

  /** Working ticks of the furnace load that starts on a machine (from) at a tick (to). */
  private final Map<Span, Integer> loads = new HashMap<>();

  private OperationRules(Problem problem, List<Violation> found) {
    this.problem = problem;
    this.found = found;
  }

  static void check(Problem problem, Plan plan, List<Violation> found) {
    OperationRules rules = new OperationRules(problem, found);
    for (Placement placement : plan.placements()) {
      rules
          .duration(placement)
          .ifPresent(ticks ->
              rules.loads.merge(
                  new Span(placement.machine(), placement.start()), ticks, Math::max));
    }
    plan.placements().forEach(rules::check);
  }

  private void check(Placement placement) {
    Lock lock = operation(placement).lock();
    if (lock != null) {
      lock(placement, lock);
      return;
    }
    OptionalInt duration = duration(placement);
    if (duration.isEmpty()) {
      add(Rule.ABLE_MACHINE, placement, "runs on a machine that is not able to do it");
      return;
    }
    Machine machine = problem.machines().get(placement.machine());
    int ticks =
        machine.isBatching()
            ? loads.getOrDefault(new Span(placement.machine(), placement.start()), 0)
            : duration.getAsInt();
    takes(placement, machine.calendar(), ticks);
    window(placement, machine);
  }

  private void takes(Placement placement, Calendar calendar, int ticks) {
    int start = placement.start();
    int end = placement.end();
    long worked = WorkingTime.between(calendar, start, end);
    if (worked != ticks) {
      add(Rule.DURATION, placement, "works " + worked + " ticks instead of " + ticks);
    } else if (!operation(placement).mayPause() && !WorkingTime.unbroken(calendar, start, end)) {
      add(Rule.DURATION, placement, "pauses over a break and must not");
    } else if (!WorkingTime.unbroken(calendar, start, start + 1)
        || !WorkingTime.unbroken(calendar, end - 1, end)) {
      add(Rule.DURATION, placement, "starts or ends in a break");
    }
  }

  private void window(Placement placement, Machine machine) {
    Job job = problem.jobs().get(placement.job());
    int earliest =
        Math.max(machine.availableFrom(), Math.max(job.release(), operation(placement).earliest()));
    if (placement.start() < earliest) {
      add(
          Rule.TIME_WINDOW,
          placement,
          "starts before " + Names.time(problem, earliest) + ", when it may");
    }
    if (placement.end() > problem.horizon()) {
      add(Rule.TIME_WINDOW, placement, "ends beyond the horizon");
    }
  }

  private void lock(Placement placement, Lock lock) {
    if (placement.machine() != lock.machine()
        || placement.start() != lock.start()
        || placement.end() != lock.end()) {
      add(Rule.LOCK, placement, "has left the place it is locked to");
    }
  }

  private OptionalInt duration(Placement placement) {
    return operation(placement).modes().stream()
        .filter(mode -> mode.machine() == placement.machine())
        .mapToInt(mode -> mode.duration())
        .findFirst();
  }

  private Operation operation(Placement placement) {
    return problem.jobs().get(placement.job()).operations().get(placement.operation());
  }

  private void add(Rule rule, Placement placement, String fault) {
    String message =
        "%s %s (%s, %s to %s)."
            .formatted(
                Names.operation(problem, placement),
                fault,
                Names.machine(problem, placement.machine()),
                Names.time(problem, placement.start()),
                Names.time(problem, placement.end()));
    found.add(new Violation(rule, placement.job(), placement.operation(), message));
  }
}
