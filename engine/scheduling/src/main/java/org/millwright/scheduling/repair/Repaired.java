// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.repair;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/** What came of a repair. */
public sealed interface Repaired {

  /**
   * A plan for the problem as it is now.
   *
   * @param problem the problem after the event, started operations locked
   * @param plan a legal plan for it
   * @param moves operations of the earlier plan that are elsewhere or at another time
   * @param before value of the earlier plan
   * @param after value of this one
   * @param firstLegalSeconds how long the first legal plan took
   */
  record Done(
      Problem problem,
      Plan plan,
      List<Move> moves,
      Score before,
      Score after,
      double firstLegalSeconds)
      implements Repaired {
    public Done {
      moves = List.copyOf(moves);
    }
  }

  /**
   * The event makes no sense for this plan.
   *
   * @param refusals why
   */
  record Refused(List<Refusal> refusals) implements Repaired {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * An operation that has been moved.
   *
   * @param from its place in the earlier plan
   * @param to its place now
   */
  record Move(Placement from, Placement to) {}
}
