// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Problem;

/** What came of reading a problem. */
public sealed interface Reading {

  /**
   * It can be planned.
   *
   * @param problem what was read
   */
  record Accepted(Problem problem) implements Reading {}

  /**
   * It cannot be taken.
   *
   * @param refusals every fault found, at least one
   */
  record Refused(List<Refusal> refusals) implements Reading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
