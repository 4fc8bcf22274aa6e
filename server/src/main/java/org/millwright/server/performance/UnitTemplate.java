// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.StateRule;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentClass;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.equipment.TemplateProperty;

/**
 * What the steps of a unit need to know about its properties, by the index the pipeline names them.
 *
 * @param roles what each property means
 * @param wrapsAt greatest value of each counter, 0 when it does not wrap
 * @param scales what a metric is multiplied by to be in its property's unit
 * @param rules how the state follows
 * @param maxPerSecond the most items it can make in a second, 0 when unknown
 */
record UnitTemplate(
    List<PropertyRole> roles,
    List<Long> wrapsAt,
    List<Double> scales,
    List<StateRule> rules,
    double maxPerSecond) {

  /** How much faster than planned a unit may count before a reading is implausible. */
  private static final double MARGIN = 5;

  static UnitTemplate of(EquipmentCatalog catalog, String unit, List<String> properties) {
    List<PropertyRole> roles = new ArrayList<>();
    List<Long> wrapsAt = new ArrayList<>();
    List<Double> scales = new ArrayList<>();
    List<StateRule> rules = new ArrayList<>();
    EquipmentClass type = catalog.node(unit).flatMap(catalog::typeOf).orElse(null);
    for (String property : properties) {
      TemplateProperty known = property(type, property);
      roles.add(known == null ? PropertyRole.INFORMATION : known.role());
      scales.add(known == null ? 1.0 : known.scale());
      wrapsAt.add(known == null || known.wrapsAt() == null ? 0L : known.wrapsAt());
    }
    if (type != null) {
      for (var rule : type.rules()) {
        int index = properties.indexOf(rule.property());
        if (index >= 0) {
          rules.add(rule(index, rule));
        }
      }
    }
    return new UnitTemplate(roles, wrapsAt, scales, rules, fastest(catalog, unit));
  }

  private static @Nullable TemplateProperty property(
      @Nullable EquipmentClass type, String property) {
    return type == null
        ? null
        : type.properties().stream()
            .filter(each -> each.property().equals(property))
            .findFirst()
            .orElse(null);
  }

  private static StateRule rule(int index, org.millwright.server.equipment.StateRule rule) {
    Double low = rule.low();
    Double high = rule.high();
    String state = rule.state();
    return new StateRule(
        index,
        StateRule.Test.valueOf(rule.test().name()),
        low == null ? Double.NaN : low,
        high == null ? Double.NaN : high,
        Math.round(rule.seconds() * 1000),
        state == null ? WorkUnitState.NOT_OBSERVED : WorkUnitState.valueOf(state));
  }

  private static double fastest(EquipmentCatalog catalog, String unit) {
    double shortest = Double.POSITIVE_INFINITY;
    for (var cycle : catalog.cycles()) {
      EquipmentNode node = catalog.node(unit).orElse(null);
      if (node != null && (unit.equals(cycle.node()) || unit.startsWith(cycle.node() + "/"))) {
        OptionalDouble seconds = catalog.idealCycleSeconds(unit, cycle.product());
        shortest = Math.min(shortest, seconds.orElse(Double.POSITIVE_INFINITY));
      }
    }
    return Double.isFinite(shortest) && shortest > 0 ? MARGIN / shortest : 0;
  }
}
