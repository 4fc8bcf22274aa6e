// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;

/**
 * A KPI with everything it was computed from.
 *
 * @param number among the 34 of ISO 22400-2; 0 when it is not one of them
 * @param value null when an input is not known
 * @param unit "1" for a ratio, "s" for a time
 * @param intervals identities of the intervals it was computed from, see {@link IntervalView}
 * @param counts identities of the count records it was computed from
 * @param sources how many intervals and counts those are, where not all are listed
 * @param variant which reading of the definition, null where sources agree
 */
public record KpiView(
    String id,
    int number,
    Name name,
    String formula,
    @Nullable Double value,
    String unit,
    List<Input> inputs,
    List<String> intervals,
    List<String> counts,
    int sources,
    @Nullable String variant) {

  /** An element of the formula; its value is null when it is not known. */
  public record Input(String symbol, Name name, @Nullable Double value, String unit) {}
}
