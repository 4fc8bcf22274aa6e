// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;

/**
 * Why a work unit stood.
 *
 * @param code stable, upper case
 * @param state how time with this reason is booked
 * @param loss which of the six big losses it is; null for planned time
 * @param machineCodes codes by which machines report it themselves
 * @param classes equipment classes it makes sense for; empty for all
 * @param children finer reasons
 */
record Reason(
    String code,
    Name name,
    WorkUnitState state,
    @Nullable SixBigLoss loss,
    @Nullable List<Integer> machineCodes,
    @Nullable List<String> classes,
    @Nullable List<Reason> children) {

  List<Reason> finer() {
    return Objects.requireNonNullElse(children, List.of());
  }

  boolean suits(String equipmentClass) {
    return classes == null || classes.isEmpty() || classes.contains(equipmentClass);
  }
}
