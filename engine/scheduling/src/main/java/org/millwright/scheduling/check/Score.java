// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Objective;

/**
 * The value of a plan by every criterion.
 *
 * @param values all criteria
 */
public record Score(Map<Criterion, Double> values) {

  public Score {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** The value by one criterion. */
  public double of(Criterion criterion) {
    return values.getOrDefault(criterion, 0.0);
  }

  /** The weighted sums of an objective's levels. */
  public double[] levels(Objective objective) {
    return objective.levels().stream()
        .mapToDouble(level ->
            level.entrySet().stream().mapToDouble(e -> e.getValue() * of(e.getKey())).sum())
        .toArray();
  }
}
