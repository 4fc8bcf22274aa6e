// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.time.Duration;
import java.util.Optional;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/**
 * A second opinion on small problems: proves that a plan cannot be bettered, or says by how much at
 * most. Comes from a module that may be absent, found by {@link java.util.ServiceLoader}.
 */
public interface Prover {

  /** Whether asking about a problem was measured to pay. */
  boolean suits(Problem problem);

  /** Prepares to start from a plan, on as many threads as the search itself may use. */
  Search search(Problem problem, Plan from, int threads);

  /** One question, asked once. */
  interface Search {

    /** Searches for at most some time. */
    Proof run(Duration time);

    /** Ends the search early; for another thread. */
    void stop();
  }

  /**
   * An answer.
   *
   * @param plan the best plan it has, to be checked like any other
   * @param bound no plan has a smaller objective
   */
  record Proof(Optional<Plan> plan, double bound) {

    /** Nothing was found. */
    public static final Proof NONE = new Proof(Optional.empty(), 0);
  }
}
