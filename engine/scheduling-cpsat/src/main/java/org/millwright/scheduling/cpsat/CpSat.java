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
import java.util.List;
import java.util.OptionalDouble;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;

/**
 * The usual CP-SAT model: interval variables, optional where there are alternatives, no overlap on
 * each machine, and a circuit a machine where there are setups. Calendars, resources, furnaces and
 * greatest lags are not modelled.
 */
public final class CpSat {

  private static final int MOST_OPERATIONS = 20_000;
  private static final int MOST_ARCS = 2_000_000;

  private final Problem problem;
  private final CpModel model = new CpModel();
  private final List<List<Slot>> byMachine = new ArrayList<>();
  private final int horizon;

  /** An operation in a mode, there or not. */
  private record Slot(
      int family, IntVar start, IntVar end, IntervalVar interval, Literal present) {}

  private CpSat(Problem problem) {
    this.problem = problem;
    problem.machines().forEach(machine -> byMachine.add(new ArrayList<>()));
    long sum = 0;
    for (Job job : problem.jobs()) {
      sum = Math.max(sum, job.release());
      for (Operation operation : job.operations()) {
        sum += operation.modes().stream().mapToInt(Mode::duration).max().orElse(0) + 200;
      }
    }
    horizon = (int) Math.min(sum, problem.horizon());
  }

  /** Whether the model covers a problem, and can be built in memory. */
  public static boolean suits(Problem problem) {
    boolean criterion =
        problem.objective().isOnly(Criterion.MAKESPAN)
            || problem.objective().isOnly(Criterion.TARDINESS);
    boolean plain =
        problem.machines().stream()
            .allMatch(m -> m.calendar().isAlways() && !m.isBatching() && !m.blocking());
    boolean setups = problem.machines().stream().anyMatch(m -> !m.setups().isNone());
    long arcs = setups ? (long) problem.jobs().size() * problem.operationCount() : 0;
    return criterion
        && plain
        && problem.resources().isEmpty()
        && problem.materials().isEmpty()
        && problem.operationCount() <= MOST_OPERATIONS
        && arcs <= MOST_ARCS;
  }

  /**
   * Solves a problem.
   *
   * @return the objective of the best solution, empty if none was found in time
   */
  public static OptionalDouble solve(Problem problem, double seconds, int workers) {
    Loader.loadNativeLibraries();
    CpSat cpSat = new CpSat(problem);
    cpSat.build();
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(seconds);
    solver.getParameters().setNumWorkers(workers);
    CpSolverStatus status = solver.solve(cpSat.model);
    return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
        ? OptionalDouble.of(solver.objectiveValue())
        : OptionalDouble.empty();
  }

  private void build() {
    LinearExprBuilder tardiness = LinearExpr.newBuilder();
    IntVar makespan = model.newIntVar(0, horizon, "makespan");
    for (Job job : problem.jobs()) {
      List<IntVar> ends = job(job);
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
    for (int m = 0; m < byMachine.size(); m++) {
      model.addNoOverlap(byMachine.get(m).stream().map(Slot::interval).toList());
      if (!problem.machines().get(m).setups().isNone()) {
        circuit(problem.machines().get(m), byMachine.get(m));
      }
    }
    if (problem.objective().uses(Criterion.TARDINESS)) {
      model.minimize(tardiness);
    } else {
      model.minimize(makespan);
    }
  }

  private List<IntVar> job(Job job) {
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
            .add(new Slot(operation.family(), start, end, interval, present));
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

  private void circuit(Machine machine, List<Slot> slots) {
    CircuitConstraint circuit = model.addCircuit();
    circuit.addArc(0, 0, model.newBoolVar("idle"));
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      BoolVar first = model.newBoolVar("first");
      circuit.addArc(0, i + 1, first);
      circuit.addArc(i + 1, 0, model.newBoolVar("last"));
      circuit.addArc(i + 1, i + 1, slot.present().not());
      int initial = machine.setups().ticks(machine.initialFamily(), slot.family());
      model.addGreaterOrEqual(slot.start(), LinearExpr.constant(initial)).onlyEnforceIf(first);
      for (int k = 0; k < slots.size(); k++) {
        if (k != i) {
          BoolVar arc = model.newBoolVar("arc");
          circuit.addArc(i + 1, k + 1, arc);
          int setup = machine.setups().ticks(slot.family(), slots.get(k).family());
          model
              .addGreaterOrEqual(
                  slots.get(k).start(), LinearExpr.newBuilder().add(slot.end()).add(setup))
              .onlyEnforceIf(arc);
        }
      }
    }
  }
}
