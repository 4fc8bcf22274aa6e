// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.Optional;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Prover;

/**
 * Proofs by CP-SAT for problems small enough that it was measured to find them within seconds: a
 * few hundred operations in order with alternatives, or a hundred with setups (ADR 0010).
 */
public final class CpSatProver implements Prover {

  private static final int MOST_MODES = 2_000;
  private static final int MOST_WITH_SETUPS = 100;

  /** More workers than cores on purpose: its strategies differ, and some of them prove. */
  private static final int WORKERS = 8;

  @Override
  public boolean suits(Problem problem) {
    int modes =
        problem.jobs().stream()
            .flatMap(job -> job.operations().stream())
            .mapToInt(operation -> operation.modes().size())
            .sum();
    boolean setups =
        problem.machines().stream().map(Machine::setups).anyMatch(table -> !table.isNone());
    return isLibraryHere()
        && modes <= (setups ? MOST_WITH_SETUPS : MOST_MODES)
        && CpSat.objection(problem).isEmpty();
  }

  /** Who gives it the whole machine gets all strategies; who keeps cores back is obeyed. */
  private static int workers(int threads) {
    return threads < Runtime.getRuntime().availableProcessors()
        ? threads
        : Math.max(WORKERS, threads);
  }

  /** Objectives are whole; bounds come as floating point numbers close to them. */
  private static double whole(double bound) {
    return Math.ceil(bound - 1e-6);
  }

  /** The module brings the library for one platform only. */
  private static boolean isLibraryHere() {
    return System.getProperty("os.name", "").equals("Linux")
        && System.getProperty("os.arch", "").equals("amd64");
  }

  @Override
  public Search search(Problem problem, Plan from, int threads) {
    Loader.loadNativeLibraries();
    CpSat cpSat = CpSat.of(problem);
    cpSat.hint(from);
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(workers(threads));
    return new Search() {
      @Override
      public Proof run(Duration time) {
        solver.getParameters().setMaxTimeInSeconds(Math.max(0.01, time.toNanos() / 1e9));
        CpSolverStatus status = solver.solve(cpSat.model());
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return found
            ? new Proof(Optional.of(cpSat.plan(solver)), whole(solver.bestObjectiveBound()))
            : Proof.NONE;
      }

      @Override
      public void stop() {
        solver.stopSearch();
      }
    };
  }
}
