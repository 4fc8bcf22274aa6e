// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.explain.Cause.Kind;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/** Explains a legal plan. */
public final class Explainer {

  private final Problem problem;
  private final Plan plan;
  private final Causes causes;

  /** An explainer of one plan. */
  public Explainer(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    this.causes = new Causes(problem, plan);
  }

  /**
   * What keeps an operation from starting earlier on its machine, the strictest first. Causes that
   * allow more than its start are left out; if none allows it exactly, it could start earlier.
   */
  public List<Cause> causes(int job, int operation) {
    Placement place = causes.place(job, operation);
    return place == null ? List.of() : causes.of(place);
  }

  /**
   * The chain of operations, setups, breaks and waits that ends with a job's last operation. Every
   * step ends where the next begins; the first begins at tick 0, at a release, where a machine
   * becomes available, where a material arrives, or at the start of a locked operation.
   */
  public List<Step> chain(int job) {
    List<Step> steps = new ArrayList<>();
    Placement at =
        plan.placements().stream()
            .filter(placement -> placement.job() == job)
            .max(Comparator.comparingInt(Placement::end))
            .orElse(null);
    int reach = at == null ? 0 : at.end();
    while (at != null) {
      add(steps, Step.Kind.OPERATION, at, at.start(), reach, causes.name(at) + " is worked on.");
      List<Cause> found = causes.of(at);
      Cause cause = found.stream().filter(c -> c.kind() != Kind.CALENDAR).findFirst().orElse(null);
      int until = cause == null ? 0 : cause.until();
      waiting(steps, at, until, found);
      Placement before = cause == null ? null : causes.place(cause.job(), cause.operation());
      if (cause != null) {
        between(steps, at, before, cause);
      }
      reach = before == null ? until : Math.min(until, before.end());
      at = before;
    }
    return steps.reversed();
  }

  /** What lies between the tick the strictest cause allows and the start. */
  private void waiting(List<Step> steps, Placement at, int until, List<Cause> found) {
    if (until >= at.start()) {
      return;
    }
    for (Cause cause : found) {
      if (cause.kind() == Kind.CALENDAR && cause.until() == at.start()) {
        add(steps, Step.Kind.BREAK, at, until, at.start(), cause.text());
        return;
      }
    }
    String text =
        isTied(at)
            ? "It waits so that what follows it can follow in time."
            : "Nothing keeps it waiting; the search found no better use of its start.";
    add(steps, Step.Kind.WAIT, at, until, at.start(), text);
  }

  /** What lies between the end of the operation behind a cause and the tick the cause allows. */
  private void between(List<Step> steps, Placement at, @Nullable Placement before, Cause cause) {
    Step.Kind kind = cause.kind() == Kind.SETUP ? Step.Kind.SETUP : Step.Kind.WAIT;
    if (before != null) {
      add(steps, kind, at, Math.min(before.end(), cause.until()), cause.until(), cause.text());
    } else if (kind == Step.Kind.SETUP) {
      int from = problem.machines().get(at.machine()).availableFrom();
      add(steps, kind, at, from, cause.until(), cause.text());
    }
  }

  private boolean isTied(Placement at) {
    boolean blocking = problem.machines().get(at.machine()).blocking();
    return problem.jobs().get(at.job()).links().stream()
        .filter(link -> link.before() == at.operation())
        .anyMatch(link -> blocking || link.maxLag() != Link.UNLIMITED);
  }

  private static void add(
      List<Step> steps, Step.Kind kind, Placement at, int from, int to, String text) {
    if (from < to) {
      steps.add(new Step(kind, at.job(), at.operation(), at.machine(), from, to, text));
    }
  }

  /** Weeks in which a machine should have done more than it can, by the due times of its jobs. */
  public List<Shortage> shortages() {
    return new Shortages(problem, plan, causes).find();
  }
}
