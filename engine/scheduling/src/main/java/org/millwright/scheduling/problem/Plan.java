// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;

/**
 * An answer.
 *
 * @param placements what is planned, in order of job and operation
 * @param unplanned what is not, with reasons; empty when the problem could be met
 */
public record Plan(List<Placement> placements, List<Unplanned> unplanned) {

  public Plan {
    placements = List.copyOf(placements);
    unplanned = List.copyOf(unplanned);
  }
}
