// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.problem.Tariff;

/** Computes the criteria of a plan from their definitions in {@link Criterion}. */
public final class Scorer {

  private static final double MILLISECONDS_PER_HOUR = 3_600_000;

  private final Problem problem;
  private final Plan plan;

  private Scorer(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /** All criteria of what is planned; jobs of which nothing is planned count nowhere. */
  public static Score score(Problem problem, Plan plan) {
    Scorer scorer = new Scorer(problem, plan);
    Map<Criterion, Double> values = new EnumMap<>(Criterion.class);
    scorer.jobs(values);
    values.put(Criterion.CHANGEOVER, scorer.changeover());
    values.put(Criterion.ENERGY, scorer.energy());
    values.put(Criterion.INSTABILITY, scorer.instability());
    return new Score(values);
  }

  private void jobs(Map<Criterion, Double> values) {
    int count = problem.jobs().size();
    int[] first = new int[count];
    int[] last = new int[count];
    java.util.Arrays.fill(first, Integer.MAX_VALUE);
    int makespan = 0;
    for (Placement placement : plan.placements()) {
      first[placement.job()] = Math.min(first[placement.job()], placement.start());
      last[placement.job()] = Math.max(last[placement.job()], placement.end());
      makespan = Math.max(makespan, placement.end());
    }
    double tardiness = 0;
    double wip = 0;
    for (int j = 0; j < count; j++) {
      if (first[j] != Integer.MAX_VALUE) {
        Job job = problem.jobs().get(j);
        tardiness += job.weight() * Math.max(0, last[j] - job.due());
        wip += last[j] - first[j];
      }
    }
    values.put(Criterion.TARDINESS, tardiness);
    values.put(Criterion.WIP, wip);
    values.put(Criterion.MAKESPAN, (double) makespan);
  }

  private double changeover() {
    double sum = 0;
    for (List<Placement> sequence : byMachine(problem, plan)) {
      int family =
          sequence.isEmpty()
              ? -1
              : problem.machines().get(sequence.getFirst().machine()).initialFamily();
      for (Placement placement : sequence) {
        Machine machine = problem.machines().get(placement.machine());
        int next = operation(placement).family();
        sum += machine.setups().ticks(family, next);
        family = next < 0 ? family : next;
      }
    }
    return sum;
  }

  private double energy() {
    double sum = 0;
    for (Placement placement : plan.placements()) {
      Machine machine = problem.machines().get(placement.machine());
      if (machine.power() > 0) {
        sum += machine.power() * cost(machine, placement.start(), placement.end());
      }
    }
    return sum;
  }

  private double cost(Machine machine, int start, int end) {
    List<Tariff.Step> steps = problem.tariff().steps();
    double hoursPerTick = problem.scale().tick().toMillis() / MILLISECONDS_PER_HOUR;
    double sum = 0;
    for (int i = 0; i < steps.size(); i++) {
      int from = Math.max(start, steps.get(i).from());
      int to = i + 1 < steps.size() ? Math.min(end, steps.get(i + 1).from()) : end;
      if (from < to) {
        sum +=
            steps.get(i).price() * WorkingTime.between(machine.calendar(), from, to) * hoursPerTick;
      }
    }
    return sum;
  }

  private double instability() {
    if (problem.earlier() == null) {
      return 0;
    }
    Map<Span, Placement> now = new HashMap<>();
    for (Placement placement : plan.placements()) {
      now.put(key(placement), placement);
    }
    double sum = 0;
    for (Placement then : problem.earlier().placements()) {
      Placement placement = now.get(key(then));
      if (placement != null) {
        sum += Math.abs((double) placement.start() - then.start());
        sum += placement.machine() == then.machine() ? 0 : duration(placement);
      }
    }
    return sum;
  }

  /** The operation as a pair of numbers. */
  private static Span key(Placement placement) {
    return new Span(placement.job(), placement.operation());
  }

  private double duration(Placement placement) {
    return operation(placement).modes().stream()
        .filter(mode -> mode.machine() == placement.machine())
        .mapToInt(mode -> mode.duration())
        .min()
        .orElse(placement.end() - placement.start());
  }

  private Operation operation(Placement placement) {
    return problem.jobs().get(placement.job()).operations().get(placement.operation());
  }

  /** The placements of every machine in order of start; companions in a furnace side by side. */
  static List<List<Placement>> byMachine(Problem problem, Plan plan) {
    List<List<Placement>> sequences = new ArrayList<>();
    problem.machines().forEach(machine -> sequences.add(new ArrayList<>()));
    plan.placements().forEach(placement -> sequences.get(placement.machine()).add(placement));
    Comparator<Placement> order =
        Comparator.comparingInt(Placement::start)
            .thenComparingInt(Placement::end)
            .thenComparingInt(Placement::job)
            .thenComparingInt(Placement::operation);
    sequences.forEach(sequence -> sequence.sort(order));
    return sequences;
  }
}
