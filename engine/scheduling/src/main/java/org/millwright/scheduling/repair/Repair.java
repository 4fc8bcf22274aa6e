// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.format.Validator;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Replay;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

/**
 * Mends a plan.
 *
 * <p>First the operations that have not started are placed anew in their old order, on their old
 * machines and never before their old starts; what the event disturbs is also tried in gaps where
 * it disturbs nothing else. Then the search improves that plan, with every tick and every change of
 * machine having its price, and still nothing before its old start.
 */
public final class Repair {

  /** Share of the operations beyond which a plan counts as another plan, not a repaired one. */
  private static final double MOST_MOVED = 0.09;

  /** What a tick of movement costs, in units of the objective for a tick of a job's lateness. */
  private static final double PRICE_OF_MOVING = 0.1;

  private final Problem problem;
  private final Plan plan;
  private final Event event;
  private final Limits limits;

  private Repair(Problem problem, Plan plan, Event event, Limits limits) {
    this.problem = problem;
    this.plan = plan;
    this.event = event;
    this.limits = limits;
  }

  /**
   * Mends a legal plan of a problem.
   *
   * @param limits how long to improve the first legal plan
   */
  public static Repaired repair(Problem problem, Plan plan, Event event, Limits limits) {
    return new Repair(problem, plan, event, limits).run();
  }

  private Repaired run() {
    long began = System.nanoTime();
    Problem after = Aftermath.of(problem, plan, event);
    List<Refusal> faults = new ArrayList<>(Validator.validate(after));
    faults.addAll(nonsense(after));
    if (!faults.isEmpty()) {
      return new Repaired.Refused(faults);
    }
    Problem held = priced(holdBack(after));
    Plan shifted = Replay.inOrder(held, plan);
    Verdict verdict = Checker.check(after, shifted);
    if (!verdict.legal()) {
      String message = verdict.violations().getFirst().message();
      return new Repaired.Refused(
          List.of(
              Refusal.of(
                  "SCHEDULE-EVENT", "", "The event contradicts what has started: " + message)));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Plan better = improve(held, shifted);
    Score before = Checker.check(problem, plan).score();
    Score score = Checker.check(after, better).score();
    return new Repaired.Done(after, better, moves(better), before, score, seconds);
  }

  private List<Refusal> nonsense(Problem after) {
    return switch (event) {
      case Event.Breakdown b when b.until() <= b.from() ->
          List.of(Refusal.of("SCHEDULE-EVENT", "/until", "A breakdown ends after it begins."));
      case Event.SlowOperation slow when hasEnded(slow) ->
          List.of(
              Refusal.of(
                  "SCHEDULE-EVENT",
                  "/operation",
                  "The operation has ended before now and cannot become slower."));
      case Event.Drag d when d.start() < d.now() ->
          List.of(Refusal.of("SCHEDULE-EVENT", "/start", "Nothing can be put before now."));
      case Event.Drag d
          when after.jobs().get(d.job()).operations().get(d.operation()).modes().stream()
              .noneMatch(mode -> mode.machine() == d.machine()) ->
          List.of(
              Refusal.of("SCHEDULE-EVENT", "/machine", "This machine cannot do the operation."));
      default -> List.of();
    };
  }

  private boolean hasEnded(Event.SlowOperation slow) {
    return plan.placements().stream()
        .anyMatch(place ->
            place.job() == slow.job()
                && place.operation() == slow.operation()
                && place.end() <= slow.now());
  }

  /** Nothing that has a place may start before it. */
  private Problem holdBack(Problem after) {
    List<List<Operation>> operations = new ArrayList<>();
    after.jobs().forEach(job -> operations.add(new ArrayList<>(job.operations())));
    for (Placement placement : plan.placements()) {
      List<Operation> own = operations.get(placement.job());
      Operation operation = own.get(placement.operation());
      int earliest = Math.max(operation.earliest(), placement.start());
      own.set(placement.operation(), operation.withEarliest(earliest));
    }
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < operations.size(); j++) {
      jobs.add(after.jobs().get(j).withOperations(operations.get(j)));
    }
    return after.withJobs(jobs);
  }

  private static Problem priced(Problem held) {
    List<Map<Criterion, Double>> levels = new ArrayList<>(held.objective().levels());
    Map<Criterion, Double> first = new HashMap<>(levels.getFirst());
    first.merge(Criterion.INSTABILITY, PRICE_OF_MOVING, Double::sum);
    levels.set(0, first);
    return held.withObjective(new Objective(levels));
  }

  /** The best plan that moves little; the first one if all others move more. */
  private Plan improve(Problem held, Plan shifted) {
    int few = Math.max((int) (MOST_MOVED * plan.placements().size()), moves(shifted).size());
    List<Plan> kept = new ArrayList<>(List.of(shifted));
    Solution last =
        Scheduler.improve(
            held,
            shifted,
            limits,
            improvement -> {
              if (moves(improvement.plan()).size() <= few) {
                kept.set(0, improvement.plan());
              }
            });
    return moves(last.plan()).size() <= few ? last.plan() : kept.getFirst();
  }

  private List<Repaired.Move> moves(Plan now) {
    Map<Long, Placement> places = new HashMap<>();
    now.placements().forEach(p -> places.put((long) p.job() << 32 | p.operation(), p));
    List<Repaired.Move> moves = new ArrayList<>();
    for (Placement then : plan.placements()) {
      Placement to = places.get((long) then.job() << 32 | then.operation());
      if (to != null && (to.machine() != then.machine() || to.start() != then.start())) {
        moves.add(new Repaired.Move(then, to));
      }
    }
    return moves;
  }
}
