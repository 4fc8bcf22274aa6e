// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.millwright.scheduling.problem.Resource;
import org.millwright.scheduling.problem.ResourceUse;
import org.millwright.scheduling.shop.WorkClock;

/** Finds what keeps operations of a legal plan from starting earlier. */
final class Causes {

  private final Problem problem;
  private final Plan plan;
  private final Map<Long, Placement> places = new HashMap<>();
  private final List<List<Placement>> sequences = new ArrayList<>();
  private final WorkClock[] clocks;

  Causes(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    problem.machines().forEach(machine -> sequences.add(new ArrayList<>()));
    clocks =
        problem.machines().stream()
            .map(machine -> new WorkClock(machine.calendar(), problem.horizon()))
            .toArray(WorkClock[]::new);
    for (Placement placement : plan.placements()) {
      places.put((long) placement.job() << 32 | placement.operation(), placement);
      sequences.get(placement.machine()).add(placement);
    }
    sequences.forEach(list -> list.sort(Comparator.comparingInt(Placement::start)));
  }

  @Nullable Placement place(int job, int operation) {
    return places.get((long) job << 32 | operation);
  }

  List<Placement> onMachine(int machine) {
    return sequences.get(machine);
  }

  /** The strictest first; what allows more than the start is left out. */
  List<Cause> of(Placement place) {
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
    causes.sort(
        Comparator.comparingInt(Cause::until)
            .reversed()
            .thenComparing(cause -> cause.kind() == Kind.LOCK));
    return causes;
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
        int until =
            link.lots() == 1 ? before.end() + link.minLag() : earliestByLots(link, before, place);
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

  /** Its first lot must be there, and its own last lot can only follow the last of the other's. */
  private int earliestByLots(Link link, Placement before, Placement place) {
    int lot = Link.lot(ticks(before), link.lots());
    int first = clock(before.machine()).finish(before.start(), lot) + link.minLag();
    WorkClock clock = clock(place.machine());
    int own = ticks(place);
    int end = clock.finish(before.end() + link.minLag(), Link.lot(own, link.lots()));
    return end >= WorkClock.NEVER ? first : Math.max(first, clock.startToEndAt(end, own));
  }

  private void machine(Placement place, List<Cause> causes) {
    Machine machine = problem.machines().get(place.machine());
    Placement before = null;
    int free = machine.availableFrom();
    int family = machine.initialFamily();
    for (Placement other : sequences.get(place.machine())) {
      if (other.start() >= place.start()) {
        break;
      }
      if (leaves(other, place) >= free) {
        before = other;
        free = leaves(other, place);
      }
      int next = operationOf(other).family();
      family = next < 0 ? family : next;
    }
    int setup = machine.setups().ticks(family, operationOf(place).family());
    int job = before == null ? -1 : before.job();
    int operation = before == null ? -1 : before.operation();
    String after = before == null ? "" : " after " + name(before);
    if (setup > 0) {
      String text = "Machine %s is set up for %d ticks%s.".formatted(machine.id(), setup, after);
      int until = clock(place.machine()).finish(free, setup);
      causes.add(new Cause(Kind.SETUP, until, job, operation, text));
    } else if (before != null) {
      String does = free > before.end() ? " is held by " : " is busy with ";
      String text = "Machine " + machine.id() + does + name(before) + ".";
      causes.add(new Cause(Kind.MACHINE, free, job, operation, text));
    }
  }

  /** When an operation has left its machine for another: without room, once it is taken on. */
  private int leaves(Placement before, Placement place) {
    int free = before.end();
    if (problem.machines().get(before.machine()).blocking()) {
      for (Link link : problem.jobs().get(before.job()).links()) {
        Placement after = places.get((long) before.job() << 32 | link.after());
        if (link.before() == before.operation() && after != null && !after.equals(place)) {
          free = Math.max(free, after.start());
        }
      }
    }
    return free;
  }

  private void resources(Placement place, List<Cause> causes) {
    for (ResourceUse use : uses(place)) {
      Placement last = null;
      for (Placement other : plan.placements()) {
        boolean holds = units(other, use.resource()) > 0 && other.end() <= place.start();
        if (holds && (last == null || other.end() > last.end())) {
          last = other;
        }
      }
      Resource resource = problem.resources().get(use.resource());
      if (last != null
          && held(use.resource(), last.end() - 1, place) + use.units() > resource.capacity()) {
        String text = name(last) + " holds " + resource.id() + " until " + time(last.end()) + ".";
        causes.add(new Cause(Kind.RESOURCE, last.end(), last.job(), last.operation(), text));
      }
    }
  }

  private long held(int resource, int tick, Placement without) {
    return plan.placements().stream()
        .filter(other -> !other.equals(without) && other.start() <= tick && other.end() > tick)
        .mapToLong(other -> units(other, resource))
        .sum();
  }

  private long units(Placement place, int resource) {
    return uses(place).stream()
        .filter(use -> use.resource() == resource)
        .mapToLong(ResourceUse::units)
        .sum();
  }

  private void materials(Placement place, List<Cause> causes) {
    for (MaterialUse use : operationOf(place).materials()) {
      Material material = problem.materials().get(use.material());
      int arrival =
          material.receipts().stream()
              .mapToInt(Material.Receipt::at)
              .filter(at -> at <= place.start())
              .max()
              .orElse(-1);
      if (arrival > 0 && left(use.material(), arrival - 1, place) < use.quantity()) {
        String text = "Material " + material.id() + " arrives at " + time(arrival) + ".";
        causes.add(new Cause(Kind.MATERIAL, arrival, -1, -1, text));
      }
    }
  }

  /** What is left of a material at a tick if an operation takes nothing. */
  private long left(int index, int tick, Placement without) {
    Material material = problem.materials().get(index);
    long left = material.stock();
    for (Material.Receipt receipt : material.receipts()) {
      left += receipt.at() <= tick ? receipt.quantity() : 0;
    }
    for (Placement other : plan.placements()) {
      for (MaterialUse use : operationOf(other).materials()) {
        boolean takes = use.material() == index && other.start() <= tick && !other.equals(without);
        left -= takes ? use.quantity() : 0;
      }
    }
    return left;
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

  WorkClock clock(int machine) {
    return clocks[machine];
  }

  private Operation operationOf(Placement place) {
    return problem.jobs().get(place.job()).operations().get(place.operation());
  }

  int ticks(Placement place) {
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

  String name(Placement place) {
    Job job = problem.jobs().get(place.job());
    return "job " + job.id() + " operation " + job.operations().get(place.operation()).id();
  }

  private String time(int tick) {
    return problem.scale().dated()
        ? problem.scale().instant(tick).toString()
        : Integer.toString(tick);
  }
}
