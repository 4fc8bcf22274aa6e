// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of line; one edge node in the plant.
 *
 * @param id the edge node's id
 * @param name in English
 * @param nameZh in Chinese
 * @param area where it stands, in English
 * @param areaZh where it stands, in Chinese
 * @param unit what the line counts at its end
 * @param aliases whether data messages name metrics by alias, as Sparkplug recommends, or by name
 * @param order how much of one product is made before the next
 * @param plannedStop a stop planned for every shift, or null
 * @param products what it makes
 * @param machines in flow order; each hands its pieces to the next through that one's buffer
 */
public record Archetype(
    String id,
    String name,
    String nameZh,
    String area,
    String areaZh,
    String unit,
    boolean aliases,
    OrderSpec order,
    @Nullable PlannedStopSpec plannedStop,
    List<ProductSpec> products,
    List<MachineSpec> machines) {

  /**
   * How much of one product is made before the next.
   *
   * @param units mean quantity, counted at the first machine
   * @param spread the quantity is uniform within units × (1 ± spread)
   */
  public record OrderSpec(double units, double spread) {}

  /**
   * A stop planned for every shift.
   *
   * @param reason its stop reason code
   * @param minutes how long it takes
   * @param at when: {@code shift} for the shift's beginning
   */
  public record PlannedStopSpec(int reason, double minutes, String at) {}
}
