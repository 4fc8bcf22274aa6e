// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.Arrays;
import java.util.List;
import org.millwright.performance.Totals;
import org.millwright.performance.Waterfall;

/** A step of the waterfall; the first is the sum of all others. */
public record StepView(Waterfall.Step step, double seconds) {

  static List<StepView> of(Totals totals) {
    Waterfall waterfall = Waterfall.of(totals);
    return Arrays.stream(Waterfall.Step.values())
        .map(step -> new StepView(step, waterfall.seconds(step)))
        .toList();
  }
}
