// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Name;
import org.millwright.performance.WorkUnitState;

/**
 * A node of the hierarchy as it is now.
 *
 * @param id its path
 * @param state a line's is its last unit's, or, when that one starves, that of the unit it waits
 *     for; an area's and above null
 * @param oee of the business day so far, null for a unit within its line
 * @param losses the three largest of the day so far
 * @param standing units that stand, the longest first
 */
public record NodeView(
    String id,
    String code,
    EquipmentLevel level,
    Name name,
    @Nullable WorkUnitState state,
    @Nullable Instant since,
    @Nullable String reason,
    @Nullable OeeView oee,
    List<LossView> losses,
    @Nullable OnShiftView onShift,
    List<Standing> standing,
    @Nullable String product,
    Connection connection,
    List<NodeView> children) {

  /** Who works there; crew is null when none is named. */
  public record OnShiftView(String shift, @Nullable String crew, List<String> persons) {}

  /** A unit that stands. */
  public record Standing(
      String id, Name name, WorkUnitState state, @Nullable String reason, Instant since) {}

  /** Whether the device of a unit, or any below a node, is heard. */
  public enum Connection {
    ONLINE,
    STALE,
    OFFLINE,
    NONE
  }
}
