// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Map;

/**
 * How model time becomes ticks.
 *
 * @param unit the time unit: {@code ms}, {@code s}, {@code min}, {@code h} or {@code d}; any other
 *     word is an abstract unit, which energy takes for an hour
 * @param ticksPerUnit ticks in one unit; a million by default
 */
public record TimeScale(String unit, double ticksPerUnit) {

  /** The default resolution: a microsecond where the unit is a second. */
  public static final double DEFAULT_TICKS = 1e6;

  private static final Map<String, Double> HOURS =
      Map.of("ms", 1 / 3.6e6, "s", 1 / 3600.0, "min", 1 / 60.0, "h", 1.0, "d", 24.0);

  /** A duration in ticks, rounded to the nearest. */
  public long ticks(double units) {
    return Math.round(units * ticksPerUnit);
  }

  /** A number of ticks in units. */
  public double units(double ticks) {
    return ticks / ticksPerUnit;
  }

  /** Hours in one unit. */
  public double hoursPerUnit() {
    return HOURS.getOrDefault(unit, 1.0);
  }
}
