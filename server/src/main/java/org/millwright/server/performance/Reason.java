// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;

/**
 * Why a work unit stood.
 *
 * @param code its identity, which stops keep
 * @param parent code of the coarser reason; null at the top
 * @param state how time with this reason is booked
 * @param loss which of the six big losses it is; null for planned time and for none
 * @param machineCodes codes by which machines report it themselves
 * @param classes equipment classes it makes sense for; empty for all
 * @param active false when it is given no more; what was classified with it stays
 */
record Reason(
    String code,
    @Nullable String parent,
    Name name,
    WorkUnitState state,
    @Nullable SixBigLoss loss,
    List<Integer> machineCodes,
    List<String> classes,
    boolean active) {

  Reason {
    machineCodes = List.copyOf(machineCodes);
    classes = List.copyOf(classes);
  }

  boolean suits(String equipmentClass) {
    return classes.isEmpty() || classes.contains(equipmentClass);
  }
}
