// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Locale;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.problem.Plan;

/**
 * What a search ended with. Its plan has been checked.
 *
 * @param status how good it is
 * @param plan the plan
 * @param score its value
 * @param value the most important level of the objective
 * @param lowerBound what that level cannot fall below, 0 if nothing is known
 * @param seconds the search took
 */
public record Solution(
    Status status, Plan plan, Score score, double value, double lowerBound, double seconds) {

  /** What is known of a plan. */
  public enum Status {
    /** No plan has a better first level of the objective, and there is only one level. */
    OPTIMAL,
    /** Everything is planned. */
    FEASIBLE,
    /** Some operations could not be planned; the plan lists them. */
    PARTIAL;

    /** The name used in output. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far the value may be from the best possible, as a fraction of the value. */
  public double gap() {
    return value <= 0 ? 0 : (value - lowerBound) / value;
  }
}
