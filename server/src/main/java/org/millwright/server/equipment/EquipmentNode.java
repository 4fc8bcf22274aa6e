// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Name;

/**
 * One piece of the hierarchy.
 *
 * @param path codes from the root, separated by {@code /}; its identity
 * @param classCode the class whose template it follows, null when it has none
 * @param position order among its siblings; on a line, the order of flow
 * @param targetOee what the shift is measured against, between 0 and 1; null inherits from above
 * @param production counted as production equipment in the register (设备数控化率, 联网率)
 * @param digitallyControlled controlled by a program (CNC, PLC, DCS)
 * @param bufferCapacity pieces that fit before the machine, null when there is no buffer
 * @param device who speaks for it, null when it is not connected
 */
public record EquipmentNode(
    String path,
    EquipmentLevel level,
    Name name,
    @Nullable String classCode,
    int position,
    @Nullable Double targetOee,
    boolean production,
    boolean digitallyControlled,
    @Nullable Double bufferCapacity,
    @Nullable DeviceAddress device) {

  /** The last code of the path. */
  public String code() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Path of the node above; empty for an enterprise. */
  public String parent() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
