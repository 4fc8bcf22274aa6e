// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.equipment.TemplateProperty;
import org.millwright.server.historian.Trend;
import org.millwright.server.historian.Trends;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Energy that the meters of work units counted in a period, all kinds in kilowatt hours: the ΣE of
 * ISO 22400-2's comprehensive energy consumption, which wants one unit for all.
 *
 * <p>A meter's consumption is the sum of the rises of its reading; where the reading falls, the
 * meter began again at zero. Gas and steam count by their heat: the defaults are the mean heating
 * value of natural gas and the enthalpy of low-pressure steam in GB/T 2589-2020, appendix A (35.6
 * MJ/m³ and 3,763 MJ/t).
 */
@Component
class EnergyMeters {

  /** Readings looked at in a period; a meter only rises, so that few are enough. */
  private static final int READINGS = 500;

  /** A meter's tag, and what one unit of its reading is worth. */
  private record Meter(int tag, double kilowattHoursPerUnit) {}

  private final ObjectProvider<Trends> trends;
  private final LiveProperties properties;
  private final Clock clock;
  private final double kwhPerCubicMetre;
  private final double kwhPerTonne;

  EnergyMeters(
      ObjectProvider<Trends> trends,
      LiveProperties properties,
      Clock clock,
      @Value("${millwright.energy.gas-kwh-per-m3:9.89}") double kwhPerCubicMetre,
      @Value("${millwright.energy.steam-kwh-per-t:1045}") double kwhPerTonne) {
    this.trends = trends;
    this.properties = properties;
    this.clock = clock;
    this.kwhPerCubicMetre = kwhPerCubicMetre;
    this.kwhPerTonne = kwhPerTonne;
  }

  /** Energy of some units over a period in kWh; empty when none of them has a meter that spoke. */
  OptionalDouble kilowattHours(List<EquipmentNode> units, EquipmentCatalog catalog, Period period) {
    Trends history = trends.getIfAvailable();
    List<Meter> meters = units.stream().flatMap(unit -> meters(unit, catalog).stream()).toList();
    long from = period.start().toEpochMilli();
    long to = Math.min(period.end().toEpochMilli(), clock.millis());
    if (history == null || meters.isEmpty() || from >= to) {
      return OptionalDouble.empty();
    }
    Trend trend = history.query(meters.stream().map(Meter::tag).toList(), from, to, READINGS);
    double sum = 0;
    boolean heard = false;
    for (int i = 0; i < meters.size(); i++) {
      OptionalDouble rise = rise(trend.series().get(i));
      heard |= rise.isPresent();
      sum += rise.orElse(0) * meters.get(i).kilowattHoursPerUnit();
    }
    return heard ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private List<Meter> meters(EquipmentNode unit, EquipmentCatalog catalog) {
    List<Meter> meters = new ArrayList<>();
    for (Map.Entry<PropertyRole, Double> kind :
        Map.of(
                PropertyRole.ELECTRICITY, 1.0,
                PropertyRole.GAS, kwhPerCubicMetre,
                PropertyRole.STEAM, kwhPerTonne)
            .entrySet()) {
      TemplateProperty property = properties.property(unit, catalog, kind.getKey()).orElse(null);
      if (property != null) {
        OptionalInt tag = properties.tag(unit, property);
        double factor = kind.getValue() * property.scale() * ofBase(property.unit());
        tag.ifPresent(number -> meters.add(new Meter(number, factor)));
      }
    }
    return meters;
  }

  /** The meter's unit in the one that its kind is reckoned in. */
  private static double ofBase(String unit) {
    return switch (unit) {
      case "kg", "Wh", "W.h" -> 0.001;
      case "MWh", "MW.h" -> 1000;
      default -> 1;
    };
  }

  /** The sum of a reading's rises; empty when there are no readings. */
  static OptionalDouble rise(Trend.Series series) {
    Double before = held(series);
    double rise = 0;
    boolean any = before != null;
    for (double reading : series.last()) {
      if (Double.isFinite(reading)) {
        rise += before == null ? 0 : reading >= before ? reading - before : reading;
        before = reading;
        any = true;
      }
    }
    return any ? OptionalDouble.of(rise) : OptionalDouble.empty();
  }

  private static @Nullable Double held(Trend.Series series) {
    Trend.Held held = series.held();
    return held == null ? null : Double.valueOf(held.value());
  }
}
