// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One machine: a work unit of the line, a device of the edge node.
 *
 * @param id the device's id
 * @param name in English
 * @param nameZh in Chinese
 * @param equipmentClass which equipment class it belongs to
 * @param unit what it counts
 * @param stateSource where its state is to be read from
 * @param physics how it behaves
 * @param metrics what it publishes
 */
public record MachineSpec(
    String id,
    String name,
    String nameZh,
    String equipmentClass,
    String unit,
    StateSourceSpec stateSource,
    PhysicsSpec physics,
    List<MetricSpec> metrics) {

  /**
   * Where a machine's state is to be read from: one of the two.
   *
   * @param packml the metric that gives PackML's StateCurrent
   * @param rule the rule to derive running or stopped from a tag
   */
  public record StateSourceSpec(@Nullable String packml, @Nullable RuleSpec rule) {}

  /**
   * "Stopped when the metric has been below a limit for some seconds".
   *
   * @param metric the tag to look at
   * @param below the limit, in the metric's unit
   * @param seconds how long
   */
  public record RuleSpec(String metric, double below, double seconds) {}
}
