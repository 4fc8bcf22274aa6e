// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.shop.WorkClock;

/** The problem as it is after an event: what has started is locked, the event is in force. */
final class Aftermath {

  private final Problem problem;
  private final Event event;

  /** Job and operation of everything that has started. */
  private final Set<Span> started = new HashSet<>();

  private Aftermath(Problem problem, Plan plan, Event event) {
    this.problem = problem;
    this.event = event;
    for (Placement placement : plan.placements()) {
      if (placement.start() < event.now()) {
        started.add(new Span(placement.job(), placement.operation()));
      }
    }
  }

  static Problem of(Problem problem, Plan plan, Event event) {
    Aftermath aftermath = new Aftermath(problem, plan, event);
    Problem changed =
        switch (event) {
          case Event.Breakdown breakdown -> aftermath.without(breakdown);
          case Event.RushOrder rush -> aftermath.with(rush.job());
          case Event.LateMaterial late -> aftermath.with(late);
          case Event.SlowOperation slow -> aftermath.with(slow);
          case Event.Drag drag -> problem;
        };
    return changed.withJobs(aftermath.lock(changed, plan)).withEarlier(plan);
  }

  private Problem without(Event.Breakdown breakdown) {
    List<Machine> machines = new ArrayList<>(problem.machines());
    Machine machine = machines.get(breakdown.machine());
    List<Span> open = new ArrayList<>();
    List<Span> working =
        machine.calendar().isAlways()
            ? List.of(new Span(0, problem.horizon()))
            : machine.calendar().working();
    for (Span span : working) {
      add(open, span.from(), Math.min(span.to(), breakdown.from()));
      add(open, Math.max(span.from(), breakdown.until()), span.to());
    }
    machines.set(
        breakdown.machine(), machine.withCalendar(new Calendar(machine.calendar().id(), open)));
    return problem.withMachines(machines);
  }

  private static void add(List<Span> spans, int from, int to) {
    if (from < to) {
      spans.add(new Span(from, to));
    }
  }

  private Problem with(Job rush) {
    List<Job> jobs = new ArrayList<>(problem.jobs());
    jobs.add(
        new Job(
            rush.id(),
            Math.max(rush.release(), event.now()),
            rush.due(),
            rush.weight(),
            rush.operations(),
            rush.links()));
    return problem.withJobs(jobs);
  }

  private Problem with(Event.LateMaterial late) {
    List<Material> materials = new ArrayList<>(problem.materials());
    Material material = materials.get(late.material());
    materials.set(late.material(), new Material(material.id(), material.stock(), late.receipts()));
    return problem.withMaterials(materials);
  }

  private Problem with(Event.SlowOperation slow) {
    List<Job> jobs = new ArrayList<>(problem.jobs());
    Job job = jobs.get(slow.job());
    List<Operation> operations = new ArrayList<>(job.operations());
    Operation operation = operations.get(slow.operation());
    List<Mode> modes =
        operation.modes().stream()
            .map(mode -> new Mode(mode.machine(), slower(mode, slow), mode.resources()))
            .toList();
    operations.set(slow.operation(), operation.withModes(modes));
    jobs.set(slow.job(), job.withOperations(operations));
    return problem.withJobs(jobs);
  }

  private static int slower(Mode mode, Event.SlowOperation slow) {
    double ticks = Math.ceil(mode.duration() * slow.factor());
    return (int) Math.clamp(ticks, 1, Problem.MAX_HORIZON);
  }

  private List<Job> lock(Problem changed, Plan plan) {
    List<Job> jobs = new ArrayList<>(changed.jobs());
    List<List<Operation>> operations = new ArrayList<>();
    jobs.forEach(job -> operations.add(new ArrayList<>(job.operations())));
    for (Placement placement : plan.placements()) {
      List<Operation> own = operations.get(placement.job());
      Operation operation = own.get(placement.operation());
      own.set(placement.operation(), locked(changed, operation, placement));
    }
    for (int j = 0; j < jobs.size(); j++) {
      jobs.set(j, jobs.get(j).withOperations(operations.get(j)));
    }
    return jobs;
  }

  private Operation locked(Problem changed, Operation operation, Placement placement) {
    return switch (event) {
      case Event.Breakdown b
          when placement.machine() == b.machine()
              && placement.start() < b.until()
              && placement.end() > b.from()
              && !handedOn(placement) ->
          operation.withLock(null).withEarliest(Math.max(operation.earliest(), b.now()));
      case Event.SlowOperation s
          when placement.job() == s.job()
              && placement.operation() == s.operation()
              && placement.start() < s.now() ->
          operation.withLock(
              new Lock(
                  placement.machine(),
                  placement.start(),
                  clock(changed, placement.machine())
                      .finish(placement.start(), ticksOn(operation, placement.machine()))));
      case Event.Drag d when placement.job() == d.job() && placement.operation() == d.operation() ->
          operation.withLock(dragged(changed, operation, d));
      default ->
          placement.start() < event.now()
              ? operation.withLock(
                  new Lock(placement.machine(), placement.start(), placement.end()))
              : operation.withEarliest(Math.max(operation.earliest(), event.now()));
    };
  }

  /** Whether a later operation of the job has started on its first lots: then it counts as done. */
  private boolean handedOn(Placement placement) {
    return problem.jobs().get(placement.job()).links().stream()
        .filter(link -> link.before() == placement.operation())
        .anyMatch(link -> started.contains(new Span(placement.job(), link.after())));
  }

  private static Lock dragged(Problem changed, Operation operation, Event.Drag drag) {
    WorkClock clock = clock(changed, drag.machine());
    int ticks = ticksOn(operation, drag.machine());
    int start = clock.begin(drag.start(), ticks, operation.mayPause());
    return new Lock(drag.machine(), start, clock.finish(start, ticks));
  }

  private static WorkClock clock(Problem changed, int machine) {
    return new WorkClock(changed.machines().get(machine).calendar(), changed.horizon());
  }

  static int ticksOn(Operation operation, int machine) {
    return operation.modes().stream()
        .filter(mode -> mode.machine() == machine)
        .mapToInt(Mode::duration)
        .findFirst()
        .orElse(1);
  }
}
