// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CircuitConstraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/**
 * The usual CP-SAT model: interval variables, optional where there are alternatives, no overlap on
 * each machine, and a circuit a machine where there are setups, or one for all of them where all
 * keep the same sequence. Calendars, resources, furnaces and greatest lags are not modelled.
 */
public final class CpSat {

  private static final int MOST_OPERATIONS = 20_000;
  private static final int MOST_ARCS = 500_000;

  private final Problem problem;
  private final CpModel model = new CpModel();
  private final List<List<Slot>> byMachine = new ArrayList<>();
  private final int horizon;

  /** An operation in a mode, there or not. */
  private record Slot(
      int job,
      int operation,
      int family,
      IntVar start,
      IntVar end,
      IntervalVar interval,
      Literal present) {}

  private CpSat(Problem problem) {
    this.problem = problem;
    problem.machines().forEach(machine -> byMachine.add(new ArrayList<>()));
    horizon = (int) Math.min(longest(problem), problem.horizon());
  }

  /** Nothing ends later in a plan in which nothing could start earlier. */
  private static long longest(Problem problem) {
    int setup =
        problem.machines().stream().mapToInt(machine -> machine.setups().longest()).max().orElse(0);
    long last = 0;
    long work = 0;
    for (Job job : problem.jobs()) {
      for (Operation operation : job.operations()) {
        last = Math.max(last, Math.max(job.release(), operation.earliest()));
        work += setup + operation.modes().stream().mapToInt(Mode::duration).max().orElse(0);
      }
      work += job.links().stream().mapToLong(Link::minLag).sum();
    }
    return last + work;
  }

  /** Why the model does not cover a problem or would not fit in memory; empty if it does. */
  static Optional<String> objection(Problem problem) {
    if (!problem.objective().isOnly(Criterion.MAKESPAN)
        && !problem.objective().isOnly(Criterion.TARDINESS)) {
      return Optional.of("objective not modelled");
    }
    List<Machine> machines = problem.machines();
    if (!isOrderAndAlternatives(problem)) {
      return Optional.of("locks, lots or fractional weights not modelled");
    }
    if (!problem.resources().isEmpty()
        || !problem.materials().isEmpty()
        || machines.stream().anyMatch(m -> m.isBatching() || m.blocking())) {
      return Optional.of("crews, tools, materials or furnaces not modelled");
    }
    boolean setups = machines.stream().anyMatch(m -> !m.setups().isNone());
    if (setups && hasOperationsWithoutFamily(problem)) {
      return Optional.of("operations that keep the machine's family not modelled");
    }
    long sequences = problem.sameSequence() ? problem.jobs().size() : problem.operationCount();
    long arcs = setups ? problem.jobs().size() * sequences : 0;
    if (arcs > MOST_ARCS) {
      return Optional.of("too large: %,d pairs for the setups".formatted(arcs));
    }
    if (problem.operationCount() > MOST_OPERATIONS) {
      return Optional.of("too large: %,d operations".formatted(problem.operationCount()));
    }
    if (!machines.stream().allMatch(m -> m.calendar().isAlways())) {
      return Optional.of("shifts not modelled");
    }
    return Optional.empty();
  }

  private static boolean hasOperationsWithoutFamily(Problem problem) {
    return problem.jobs().stream()
        .flatMap(job -> job.operations().stream())
        .anyMatch(operation -> operation.family() < 0);
  }

  /** Everything the model would get wrong rather than leave open: its bound has to be one. */
  private static boolean isOrderAndAlternatives(Problem problem) {
    for (Job job : problem.jobs()) {
      boolean plain =
          job.weight() == Math.rint(job.weight())
              && job.links().stream().allMatch(link -> link.lots() == 1)
              && job.operations().stream().allMatch(operation -> operation.lock() == null);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /**
   * Solves a problem.
   *
   * @param seconds building the model included; reading the native library, once, is not
   */
  public static Outcome solve(Problem problem, double seconds, int workers) {
    Optional<String> objection = objection(problem);
    if (objection.isPresent()) {
      return new Outcome.None(objection.get());
    }
    Loader.loadNativeLibraries();
    long began = System.nanoTime();
    CpSat cpSat = of(problem);
    double left = seconds - (System.nanoTime() - began) / 1e9;
    if (left <= 0) {
      return new Outcome.None("no time left after building the model");
    }
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(left);
    solver.getParameters().setNumWorkers(workers);
    CpSolverStatus status = solver.solve(cpSat.model);
    return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
        ? new Outcome.Found(
            solver.objectiveValue(), solver.bestObjectiveBound(), status == CpSolverStatus.OPTIMAL)
        : new Outcome.None("no solution in time");
  }

  /** The model of a problem {@link #objection} has nothing against. */
  static CpSat of(Problem problem) {
    CpSat cpSat = new CpSat(problem);
    cpSat.build();
    return cpSat;
  }

  CpModel model() {
    return model;
  }

  /** The plan a solver has come to. */
  Plan plan(CpSolver solver) {
    List<Placement> placements = new ArrayList<>();
    for (int machine = 0; machine < byMachine.size(); machine++) {
      for (Slot slot : byMachine.get(machine)) {
        if (solver.booleanValue(slot.present())) {
          placements.add(
              new Placement(
                  slot.job(),
                  slot.operation(),
                  machine,
                  (int) solver.value(slot.start()),
                  (int) solver.value(slot.end())));
        }
      }
    }
    placements.sort(Comparator.comparingInt(Placement::job).thenComparingInt(Placement::operation));
    return new Plan(placements, List.of());
  }

  /** Starts the search from a plan. */
  void hint(Plan plan) {
    Map<Long, Placement> places = new HashMap<>();
    for (Placement placement : plan.placements()) {
      places.put((long) placement.job() << 32 | placement.operation(), placement);
    }
    for (int machine = 0; machine < byMachine.size(); machine++) {
      for (Slot slot : byMachine.get(machine)) {
        Placement place = places.get((long) slot.job() << 32 | slot.operation());
        if (place != null) {
          boolean here = place.machine() == machine;
          model.addHint(slot.present(), here);
          if (here) {
            model.addHint(slot.start(), place.start());
          }
        }
      }
    }
  }

  private void build() {
    LinearExprBuilder tardiness = LinearExpr.newBuilder();
    IntVar makespan = model.newIntVar(0, horizon, "makespan");
    for (int j = 0; j < problem.jobs().size(); j++) {
      Job job = problem.jobs().get(j);
      List<IntVar> ends = job(j);
      for (IntVar end : ends) {
        model.addGreaterOrEqual(makespan, end);
      }
      if (problem.objective().uses(Criterion.TARDINESS)) {
        IntVar late = model.newIntVar(0, horizon, "late");
        for (IntVar end : ends) {
          model.addGreaterOrEqual(
              late, LinearExpr.newBuilder().add(end).add(-(long) Math.min(job.due(), horizon)));
        }
        tardiness.addTerm(late, Math.round(job.weight()));
      }
    }
    for (List<Slot> slots : byMachine) {
      model.addNoOverlap(slots.stream().map(Slot::interval).toList());
    }
    if (problem.sameSequence()) {
      circuit(IntStream.range(0, byMachine.size()).boxed().toList());
    } else {
      for (int m = 0; m < byMachine.size(); m++) {
        if (!problem.machines().get(m).setups().isNone()) {
          circuit(List.of(m));
        }
      }
    }
    if (problem.objective().uses(Criterion.TARDINESS)) {
      model.minimize(tardiness);
    } else {
      model.minimize(makespan);
    }
  }

  private List<IntVar> job(int index) {
    Job job = problem.jobs().get(index);
    List<IntVar> starts = new ArrayList<>();
    List<IntVar> ends = new ArrayList<>();
    for (Operation operation : job.operations()) {
      long earliest = Math.max(job.release(), operation.earliest());
      IntVar start = model.newIntVar(earliest, horizon, "start");
      IntVar end = model.newIntVar(earliest, horizon, "end");
      starts.add(start);
      ends.add(end);
      List<Literal> choices = new ArrayList<>();
      for (Mode mode : operation.modes()) {
        BoolVar present = model.newBoolVar("on");
        IntervalVar interval =
            model.newOptionalIntervalVar(
                start, LinearExpr.constant(mode.duration()), end, present, "run");
        byMachine
            .get(mode.machine())
            .add(
                new Slot(
                    index, ends.size() - 1, operation.family(), start, end, interval, present));
        choices.add(present);
      }
      model.addExactlyOne(choices);
    }
    for (Link link : job.links()) {
      model.addGreaterOrEqual(
          starts.get(link.after()),
          LinearExpr.newBuilder().add(ends.get(link.before())).add(link.minLag()));
    }
    return ends;
  }

  /** One order for all the machines given, which must have the same jobs. */
  private void circuit(List<Integer> machines) {
    CircuitConstraint circuit = model.addCircuit();
    circuit.addArc(0, 0, model.newBoolVar("idle"));
    List<Slot> slots = byMachine.get(machines.getFirst());
    for (int i = 0; i < slots.size(); i++) {
      BoolVar first = model.newBoolVar("first");
      circuit.addArc(0, i + 1, first);
      circuit.addArc(i + 1, 0, model.newBoolVar("last"));
      if (machines.size() == 1) {
        circuit.addArc(i + 1, i + 1, slots.get(i).present().not());
      }
      for (int m : machines) {
        Slot slot = byMachine.get(m).get(i);
        Machine machine = problem.machines().get(m);
        int initial = machine.setups().ticks(machine.initialFamily(), slot.family());
        model.addGreaterOrEqual(slot.start(), LinearExpr.constant(initial)).onlyEnforceIf(first);
      }
      for (int k = 0; k < slots.size(); k++) {
        if (k != i) {
          BoolVar arc = model.newBoolVar("arc");
          circuit.addArc(i + 1, k + 1, arc);
          for (int m : machines) {
            follow(m, arc, i, k);
          }
        }
      }
    }
  }

  /** If the arc is taken, a machine runs one of its slots after another, with the setup between. */
  private void follow(int m, BoolVar arc, int before, int after) {
    Slot one = byMachine.get(m).get(before);
    Slot other = byMachine.get(m).get(after);
    int setup = problem.machines().get(m).setups().ticks(one.family(), other.family());
    model
        .addGreaterOrEqual(other.start(), LinearExpr.newBuilder().add(one.end()).add(setup))
        .onlyEnforceIf(arc);
  }
}
