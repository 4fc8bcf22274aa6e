// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.Totals;
import org.millwright.performance.Waterfall;

/** What one of the six big losses cost. */
public record LossView(SixBigLoss loss, double seconds) {

  static List<LossView> greatest(Totals totals, int atMost) {
    Waterfall waterfall = Waterfall.of(totals);
    return waterfall.greatest(atMost).stream()
        .map(loss -> new LossView(loss, waterfall.seconds(loss)))
        .toList();
  }
}
