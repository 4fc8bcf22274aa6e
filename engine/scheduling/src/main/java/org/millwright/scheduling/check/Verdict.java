// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.List;

/**
 * What the checker found.
 *
 * @param violations empty when the plan is legal
 * @param score the objective values of what is planned
 */
public record Verdict(List<Violation> violations, Score score) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  /** Whether the plan breaks no rule. */
  public boolean legal() {
    return violations.isEmpty();
  }
}
