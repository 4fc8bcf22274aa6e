// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;

/** A reason as the HTTP API shows it; {@code loss} is null for planned time. */
record ReasonView(String code, Name name, @Nullable SixBigLoss loss, List<ReasonView> children) {

  static ReasonView of(Reason reason, String equipmentClass) {
    return new ReasonView(
        reason.code(),
        reason.name(),
        reason.loss(),
        reason.finer().stream()
            .filter(each -> equipmentClass.isEmpty() || each.suits(equipmentClass))
            .map(each -> of(each, equipmentClass))
            .toList());
  }
}
