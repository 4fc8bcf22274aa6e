// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import org.jspecify.annotations.Nullable;

/**
 * One Sparkplug metric of a machine or of an edge node.
 *
 * @param name stable; equipment templates refer to it
 * @param type the Sparkplug B 3.0 data type by its name in the specification, such as {@code
 *     UInt32}
 * @param unit UCUM code or the piece counted, empty for none
 * @param role what the metric means, such as {@code state}, {@code total} or {@code process}
 * @param every seconds between two looks at the value, at least 1
 * @param low lower end of the engineering range
 * @param high upper end of the engineering range
 * @param writable whether a DCMD or NCMD may set it
 * @param wraps the count at which a counter starts again at 0
 * @param resets {@code shift} for a counter that starts again at 0 with each shift
 */
public record MetricSpec(
    String name,
    String type,
    String unit,
    String role,
    @Nullable Integer every,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Boolean writable,
    @Nullable Long wraps,
    @Nullable String resets) {

  /** Seconds between two looks at the value. */
  public int period() {
    return every == null ? 1 : every;
  }

  /** Whether a command may set it. */
  public boolean isWritable() {
    return Boolean.TRUE.equals(writable);
  }

  /** Whether the counter starts again at 0 with each shift. */
  public boolean resetsAtShift() {
    return "shift".equals(resets);
  }
}
