// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.problem.Plan;

/**
 * A better plan, checked.
 *
 * @param seconds since the start of the search
 * @param plan the plan
 * @param score its value
 * @param lowerBound what the most important level of the objective cannot fall below
 */
public record Improvement(double seconds, Plan plan, Score score, double lowerBound) {}
