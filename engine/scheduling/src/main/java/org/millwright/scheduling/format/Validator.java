// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millwright.model.Refusal;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Violation;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Unplanned;

/**
 * Finds what makes a problem meaningless, as opposed to merely impossible to meet.
 *
 * <p>Places are JSON pointers into the JSON format, which every problem could be written in.
 */
public final class Validator {

  private static final int MOST_REFUSALS = 100;

  private final Problem problem;
  private final List<Refusal> faults = new ArrayList<>();

  private Validator(Problem problem) {
    this.problem = problem;
  }

  /** Every fault, at most {@value #MOST_REFUSALS}; empty if the problem can be planned. */
  public static List<Refusal> validate(Problem problem) {
    Validator validator = new Validator(problem);
    if (problem.operationCount() > Problem.MAX_OPERATIONS) {
      validator.add(
          "SCHEDULE-SIZE",
          "/jobs",
          "%d operations; at most %d are taken."
              .formatted(problem.operationCount(), Problem.MAX_OPERATIONS));
    } else {
      validator.machines();
      validator.jobs();
      validator.locks();
      validator.sameSequence();
      validator.horizon();
    }
    return validator.faults;
  }

  private void machines() {
    if (problem.machines().isEmpty()) {
      add("SCHEDULE-NO-MACHINE", "/machines", "There is no machine.");
    }
    if (problem.jobs().isEmpty()) {
      add("SCHEDULE-EMPTY", "/jobs", "There is no job.");
    }
    if (problem.horizon() < 1 || problem.horizon() > Problem.MAX_HORIZON) {
      add(
          "SCHEDULE-HORIZON",
          "/horizon",
          "The horizon is tick %d, expected 1 to %d."
              .formatted(problem.horizon(), Problem.MAX_HORIZON));
    }
    for (int m = 0; m < problem.machines().size(); m++) {
      Machine machine = problem.machines().get(m);
      Calendar calendar = machine.calendar();
      boolean ordered = true;
      for (int i = 1; i < calendar.working().size(); i++) {
        ordered &= calendar.working().get(i - 1).to() <= calendar.working().get(i).from();
      }
      boolean works =
          calendar.isAlways()
              || calendar.working().stream().anyMatch(s -> s.to() > s.from() && s.to() > 0);
      if (!works || !ordered) {
        add(
            "SCHEDULE-CALENDAR",
            "/machines/" + m + "/calendar",
            "Machine %s has no working time, or working time out of order."
                .formatted(machine.id()));
      }
    }
  }

  private void jobs() {
    for (int j = 0; j < problem.jobs().size() && faults.size() < MOST_REFUSALS; j++) {
      Job job = problem.jobs().get(j);
      String path = "/jobs/" + j;
      if (job.operations().isEmpty()) {
        add("SCHEDULE-EMPTY", path, "Job %s has no operation.".formatted(job.id()));
      }
      if (job.release() < 0 || job.weight() < 0 || !Double.isFinite(job.weight())) {
        add("SCHEDULE-TIME", path, "Job %s has a negative release or weight.".formatted(job.id()));
      }
      for (int o = 0; o < job.operations().size(); o++) {
        operation(job, job.operations().get(o), path + "/operations/" + o);
      }
      links(job, path);
    }
  }

  private void operation(Job job, Operation operation, String path) {
    String name = "Job " + job.id() + " operation " + operation.id();
    if (operation.modes().isEmpty() && operation.lock() == null) {
      add("SCHEDULE-NO-MACHINE", path + "/modes", name + " has no able machine.");
    }
    Set<Integer> seen = new HashSet<>();
    for (Mode mode : operation.modes()) {
      if (mode.duration() < 1) {
        add(
            "SCHEDULE-DURATION",
            path + "/modes",
            "%s takes %d ticks, expected at least 1.".formatted(name, mode.duration()));
      }
      if (!seen.add(mode.machine())) {
        add(
            "SCHEDULE-DUPLICATE",
            path + "/modes",
            "%s names machine %s twice."
                .formatted(name, problem.machines().get(mode.machine()).id()));
      }
    }
  }

  /** Peels off operations without predecessors; what is left lies on a cycle. */
  private void links(Job job, String path) {
    int count = job.operations().size();
    int[] open = new int[count];
    for (Link link : job.links()) {
      open[link.after()]++;
      if (link.minLag() < 0 || link.maxLag() < link.minLag() || link.lots() < 1) {
        add(
            "SCHEDULE-LAG",
            path + "/operations/" + link.after() + "/after",
            "Job %s has a link with a greatest lag below the least, or negative."
                .formatted(job.id()));
      }
    }
    List<List<Integer>> after = new ArrayList<>();
    for (int o = 0; o < count; o++) {
      after.add(new ArrayList<>());
    }
    job.links().forEach(link -> after.get(link.before()).add(link.after()));
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int o = 0; o < count; o++) {
      if (open[o] == 0) {
        ready.add(o);
      }
    }
    int done = 0;
    while (!ready.isEmpty()) {
      done++;
      for (int next : after.get(ready.remove())) {
        if (--open[next] == 0) {
          ready.add(next);
        }
      }
    }
    if (done < count) {
      add(
          "SCHEDULE-CYCLE",
          path + "/operations",
          "Job %s: its operations wait for each other in a circle.".formatted(job.id()));
    }
  }

  private record Held(int job, int operation, Lock lock) {}

  private void locks() {
    List<Held> held = new ArrayList<>();
    for (int j = 0; j < problem.jobs().size(); j++) {
      List<Operation> operations = problem.jobs().get(j).operations();
      for (int o = 0; o < operations.size(); o++) {
        Lock lock = operations.get(o).lock();
        if (lock != null) {
          held.add(new Held(j, o, lock));
        }
      }
    }
    held.sort(
        Comparator.<Held>comparingInt(h -> h.lock().machine())
            .thenComparingInt(h -> h.lock().start()));
    for (int i = 0; i < held.size(); i++) {
      lock(held.get(i));
      if (i > 0) {
        locks(held.get(i - 1), held.get(i));
      }
    }
    if (!held.isEmpty() && faults.isEmpty()) {
      together();
    }
  }

  /** Locked operations by themselves must already make a legal plan. */
  private void together() {
    List<Placement> placements = new ArrayList<>();
    List<Unplanned> others = new ArrayList<>();
    for (int j = 0; j < problem.jobs().size(); j++) {
      for (int o = 0; o < problem.jobs().get(j).operations().size(); o++) {
        Lock lock = problem.jobs().get(j).operations().get(o).lock();
        if (lock == null) {
          others.add(new Unplanned(j, o, ""));
        } else {
          placements.add(new Placement(j, o, lock.machine(), lock.start(), lock.end()));
        }
      }
    }
    for (Violation violation : Checker.check(problem, new Plan(placements, others)).violations()) {
      String place = violation.job() < 0 ? "/jobs" : "/jobs/" + violation.job();
      add("SCHEDULE-LOCK", place, "Locks contradict each other: " + violation.message());
    }
  }

  private void lock(Held held) {
    Lock lock = held.lock();
    if (lock.start() < 0 || lock.end() <= lock.start() || lock.end() > problem.horizon()) {
      add(
          "SCHEDULE-LOCK",
          path(held),
          "Job %s: the lock does not lie within the horizon.".formatted(job(held).id()));
    }
    for (Link link : job(held).links()) {
      Lock after = job(held).operations().get(link.after()).lock();
      if (link.before() == held.operation()
          && after != null
          && link.lots() == 1
          && after.start() < lock.end()) {
        add(
            "SCHEDULE-LOCK",
            path(held),
            "Job %s: locks contradict the order of its operations.".formatted(job(held).id()));
      }
    }
  }

  private void locks(Held first, Held second) {
    Lock a = first.lock();
    Lock b = second.lock();
    boolean together =
        problem.machines().get(a.machine()).isBatching()
            && a.start() == b.start()
            && a.end() == b.end();
    if (a.machine() == b.machine() && b.start() < a.end() && !together) {
      add(
          "SCHEDULE-LOCK",
          path(second),
          "Job %s is locked to machine %s while job %s is."
              .formatted(
                  job(second).id(), problem.machines().get(a.machine()).id(), job(first).id()));
    }
  }

  private Job job(Held held) {
    return problem.jobs().get(held.job());
  }

  private static String path(Held held) {
    return "/jobs/" + held.job() + "/operations/" + held.operation() + "/lock";
  }

  private void sameSequence() {
    for (int j = 0; problem.sameSequence() && j < problem.jobs().size(); j++) {
      List<Operation> operations = problem.jobs().get(j).operations();
      boolean line = operations.size() == problem.machines().size();
      for (int o = 0; line && o < operations.size(); o++) {
        line =
            operations.get(o).modes().size() == 1
                && operations.get(o).modes().getFirst().machine() == o
                && operations.get(o).lock() == null;
      }
      if (!line) {
        add(
            "SCHEDULE-SAME-SEQUENCE",
            "/jobs/" + j,
            ("Job %s does not visit every machine once in "
                    + "line order, which \"sameSequence\" asks for.")
                .formatted(problem.jobs().get(j).id()));
      }
    }
  }

  /** A sequential plan must fit, or sums of times could leave the range of an int. */
  private void horizon() {
    long sum = 0;
    for (Job job : problem.jobs()) {
      sum = Math.max(sum, job.release());
      for (Operation operation : job.operations()) {
        sum += operation.modes().stream().mapToInt(Mode::duration).min().orElse(0);
      }
    }
    if (sum > (long) Problem.MAX_HORIZON * problem.machines().size()) {
      add(
          "SCHEDULE-HORIZON",
          "/jobs",
          "The work adds up to %d ticks, more than can be counted with. Maybe take a longer tick."
              .formatted(sum));
    }
  }

  private void add(String code, String place, String message) {
    if (faults.size() < MOST_REFUSALS) {
      faults.add(Refusal.of(code, place, message));
    }
  }
}
