// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.explain.Cause.Kind;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.MaterialUse;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.ResourceUse;
import org.millwright.scheduling.shop.WorkClock;

/** Explains a legal plan. */
public final class Explainer {

  private final Problem problem;
  private final Plan plan;
  private final Map<Long, Placement> places = new HashMap<>();
  private final List<List<Placement>> sequences = new ArrayList<>();

  /** An explainer of one plan. */
  public Explainer(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    problem.machines().forEach(machine -> sequences.add(new ArrayList<>()));
    for (Placement placement : plan.placements()) {
      places.put((long) placement.job() << 32 | placement.operation(), placement);
      sequences.get(placement.machine()).add(placement);
    }
    sequences.forEach(list -> list.sort(Comparator.comparingInt(Placement::start)));
  }

  /**
   * What keeps an operation from starting earlier on its machine, the strictest first. Causes that
   * allow less than its start are left out; if none allows it exactly, it could start earlier.
   */
  public List<Cause> causes(int job, int operation) {
    Placement place = places.get((long) job << 32 | operation);
    if (place == null) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    release(place, causes);
    links(place, causes);
    machine(place, causes);
    resources(place, causes);
    materials(place, causes);
    calendar(place, causes);
    if (operationOf(place).lock() != null) {
      causes.add(new Cause(Kind.LOCK, place.start(), -1, -1, "It is locked to its place."));
    }
    causes.removeIf(cause -> cause.until() > place.start());
    causes.sort(Comparator.comparingInt(Cause::until).reversed());
    return causes;
  }

  /** The chain of operations, setups, breaks and waits that ends with a job's last operation. */
  public List<Step> chain(int job) {
    Optional<Placement> last =
        plan.placements().stream()
            .filter(placement -> placement.job() == job)
            .max(Comparator.comparingInt(Placement::end));
    List<Step> steps = new ArrayList<>();
    Set<Placement> seen = new HashSet<>();
    Placement at = last.orElse(null);
    while (at != null && seen.add(at)) {
      steps.add(step(Step.Kind.OPERATION, at, at.start(), at.end(), name(at) + " is worked on."));
      List<Cause> causes = causes(at.job(), at.operation());
      at = causes.isEmpty() ? null : follow(at, causes, steps);
    }
    return steps.reversed();
  }

  private @Nullable Placement follow(Placement at, List<Cause> causes, List<Step> steps) {
    int reach = at.start();
    for (Cause cause : causes) {
      Placement before = places.get((long) cause.job() << 32 | cause.operation());
      Step.Kind kind =
          switch (cause.kind()) {
            case CALENDAR -> Step.Kind.BREAK;
            case SETUP -> Step.Kind.SETUP;
            default -> Step.Kind.WAIT;
          };
      int from = before == null ? cause.until() : Math.min(reach, before.end());
      if (cause.kind() == Kind.CALENDAR) {
        from = lastWorkingTick(at, reach);
      }
      if (from < reach) {
        steps.add(step(kind, at, from, reach, cause.text()));
        reach = from;
      }
      if (cause.kind() != Kind.CALENDAR) {
        return before == null || cause.kind() == Kind.RELEASE ? null : before;
      }
    }
    return null;
  }

  private int lastWorkingTick(Placement at, int before) {
    int last = 0;
    for (var span : problem.machines().get(at.machine()).calendar().working()) {
      last = span.to() <= before ? Math.max(last, span.to()) : last;
    }
    return Math.min(last, before);
  }

  private static Step step(Step.Kind kind, Placement at, int from, int to, String text) {
    return new Step(kind, at.job(), at.operation(), at.machine(), from, to, text);
  }

  private void release(Placement place, List<Cause> causes) {
    int release =
        Math.max(
            problem.machines().get(place.machine()).availableFrom(),
            Math.max(problem.jobs().get(place.job()).release(), operationOf(place).earliest()));
    if (release > 0) {
      causes.add(
          new Cause(Kind.RELEASE, release, -1, -1, "It is released at " + time(release) + "."));
    }
  }

  private void links(Placement place, List<Cause> causes) {
    for (Link link : problem.jobs().get(place.job()).links()) {
      Placement before = places.get((long) place.job() << 32 | link.before());
      if (link.after() == place.operation() && before != null) {
        int until = link.lots() == 1 ? before.end() + link.minLag() : earliestByLots(link, before);
        causes.add(
            new Cause(
                Kind.JOB,
                until,
                before.job(),
                before.operation(),
                "It follows " + name(before) + ", which ends at " + time(before.end()) + "."));
      }
    }
  }

  private int earliestByLots(Link link, Placement before) {
    int ticks = ticks(before);
    return clock(before.machine()).finish(before.start(), Link.lot(ticks, link.lots()))
        + link.minLag();
  }

  private void machine(Placement place, List<Cause> causes) {
    List<Placement> sequence = sequences.get(place.machine());
    Placement before = null;
    int family = problem.machines().get(place.machine()).initialFamily();
    for (Placement other : sequence) {
      if (other.start() >= place.start()) {
        break;
      }
      before = other;
      int next = operationOf(other).family();
      family = next < 0 ? family : next;
    }
    if (before == null) {
      return;
    }
    Machine machine = problem.machines().get(place.machine());
    int setup = machine.setups().ticks(family, operationOf(place).family());
    if (setup > 0) {
      int until = clock(place.machine()).finish(before.end(), setup);
      causes.add(
          new Cause(
              Kind.SETUP,
              until,
              before.job(),
              before.operation(),
              "Machine "
                  + machine.id()
                  + " is set up for "
                  + setup
                  + " ticks after "
                  + name(before)
                  + "."));
    } else {
      causes.add(
          new Cause(
              Kind.MACHINE,
              before.end(),
              before.job(),
              before.operation(),
              "Machine " + machine.id() + " is busy with " + name(before) + "."));
    }
  }

  private void resources(Placement place, List<Cause> causes) {
    for (ResourceUse use : uses(place)) {
      Placement last = null;
      for (Placement other : plan.placements()) {
        boolean holds = uses(other).stream().anyMatch(u -> u.resource() == use.resource());
        if (holds && other.end() <= place.start() && (last == null || other.end() > last.end())) {
          last = other;
        }
      }
      if (last != null) {
        String resource = problem.resources().get(use.resource()).id();
        causes.add(
            new Cause(
                Kind.RESOURCE,
                last.end(),
                last.job(),
                last.operation(),
                name(last) + " holds " + resource + " until " + time(last.end()) + "."));
      }
    }
  }

  private void materials(Placement place, List<Cause> causes) {
    for (MaterialUse use : operationOf(place).materials()) {
      Material material = problem.materials().get(use.material());
      material.receipts().stream()
          .mapToInt(Material.Receipt::at)
          .filter(at -> at <= place.start())
          .max()
          .ifPresent(at ->
              causes.add(
                  new Cause(
                      Kind.MATERIAL,
                      at,
                      -1,
                      -1,
                      "Material " + material.id() + " arrives at " + time(at) + ".")));
    }
  }

  /** The calendar is to blame where work could begin at the other causes' tick but for a break. */
  private void calendar(Placement place, List<Cause> causes) {
    int others =
        causes.stream().mapToInt(Cause::until).filter(t -> t <= place.start()).max().orElse(0);
    WorkClock clock = clock(place.machine());
    int begin = clock.begin(others, ticks(place), operationOf(place).mayPause());
    if (begin > others && begin <= place.start()) {
      causes.add(
          new Cause(
              Kind.CALENDAR,
              begin,
              -1,
              -1,
              "Machine "
                  + problem.machines().get(place.machine()).id()
                  + " has no working time for it before "
                  + time(begin)
                  + "."));
    }
  }

  /** Weeks in which a machine should have done more than it can, by the due times of its jobs. */
  public List<Shortage> shortages() {
    long week = Math.max(1, problem.scale().ticks(java.time.Duration.ofDays(7)));
    List<Shortage> found = new ArrayList<>();
    int last = plan.placements().stream().mapToInt(Placement::end).max().orElse(0);
    for (int m = 0; m < sequences.size(); m++) {
      WorkClock clock = clock(m);
      for (long from = 0; from < last; from += week) {
        int to = (int) Math.min(problem.horizon(), from + week);
        long needed = needed(sequences.get(m), to);
        long available = clock.between(problem.machines().get(m).availableFrom(), to);
        if (needed > available) {
          found.add(new Shortage(m, (int) from, to, needed, available));
        }
      }
    }
    return found;
  }

  private long needed(List<Placement> sequence, int by) {
    return sequence.stream().filter(place -> latestEnd(place) <= by).mapToLong(this::ticks).sum();
  }

  /** When an operation should end for its job to be in time, the rest of the job without waits. */
  private long latestEnd(Placement place) {
    Job job = problem.jobs().get(place.job());
    if (job.due() == Job.NO_DUE) {
      return Long.MAX_VALUE;
    }
    return (long) job.due() - rest(job, place.operation());
  }

  private long rest(Job job, int operation) {
    long longest = 0;
    for (Link link : job.links()) {
      if (link.before() == operation) {
        int shortest =
            job.operations().get(link.after()).modes().stream()
                .mapToInt(Mode::duration)
                .min()
                .orElse(0);
        longest = Math.max(longest, shortest + rest(job, link.after()));
      }
    }
    return longest;
  }

  private WorkClock clock(int machine) {
    return new WorkClock(problem.machines().get(machine).calendar(), problem.horizon());
  }

  private Operation operationOf(Placement place) {
    return problem.jobs().get(place.job()).operations().get(place.operation());
  }

  private int ticks(Placement place) {
    return operationOf(place).modes().stream()
        .filter(mode -> mode.machine() == place.machine())
        .mapToInt(Mode::duration)
        .findFirst()
        .orElse(place.end() - place.start());
  }

  private List<ResourceUse> uses(Placement place) {
    return operationOf(place).modes().stream()
        .filter(mode -> mode.machine() == place.machine())
        .flatMap(mode -> mode.resources().stream())
        .toList();
  }

  private String name(Placement place) {
    Job job = problem.jobs().get(place.job());
    return "job " + job.id() + " operation " + job.operations().get(place.operation()).id();
  }

  private String time(int tick) {
    return problem.scale().dated()
        ? problem.scale().instant(tick).toString()
        : Integer.toString(tick);
  }
}
