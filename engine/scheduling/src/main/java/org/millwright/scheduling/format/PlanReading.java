// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Plan;

/** What came of reading a plan. */
public sealed interface PlanReading {

  /**
   * It could be read; whether it is legal is for the checker to say.
   *
   * @param plan the plan
   */
  record Accepted(Plan plan) implements PlanReading {}

  /**
   * It is no plan for this problem.
   *
   * @param refusals every fault found, at least one
   */
  record Refused(List<Refusal> refusals) implements PlanReading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
