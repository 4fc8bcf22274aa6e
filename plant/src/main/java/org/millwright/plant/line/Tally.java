// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.PhysicsSpec;
import org.millwright.plant.archetype.PhysicsSpec.MeterSpec;

/** A machine's counters and meters, growing since the beginning. */
public final class Tally {

  private long good;
  private long reject;
  private long goodAtShift;
  private long rejectAtShift;
  private double electricityKwh;
  private double gasCubicMetres;
  private double steamKilograms;
  private double powerKw;

  /** Good units since the beginning. */
  public long good() {
    return good;
  }

  /** Rejected units since the beginning. */
  public long reject() {
    return reject;
  }

  /** Good units since the shift began. */
  public long goodThisShift() {
    return good - goodAtShift;
  }

  /** Rejected units since the shift began. */
  public long rejectThisShift() {
    return reject - rejectAtShift;
  }

  /** Electricity meter, kWh. */
  public double electricityKwh() {
    return electricityKwh;
  }

  /** Gas meter, m³. */
  public double gasCubicMetres() {
    return gasCubicMetres;
  }

  /** Steam meter, kg. */
  public double steamKilograms() {
    return steamKilograms;
  }

  /** Electric power now, kW. */
  public double powerKw() {
    return powerKw;
  }

  void count(long moreGood, long moreReject) {
    good += moreGood;
    reject += moreReject;
  }

  void shiftBegins() {
    goodAtShift = good;
    rejectAtShift = reject;
  }

  void elapse(PhysicsSpec physics, double seconds, double load) {
    double hours = seconds / 3600;
    powerKw = physics.electricity().baseKw() + load * physics.electricity().runKw();
    electricityKwh += powerKw * hours;
    gasCubicMetres += perHour(physics.gas(), load) * hours;
    steamKilograms += perHour(physics.steam(), load) * hours;
  }

  private static double perHour(@Nullable MeterSpec meter, double load) {
    return meter == null ? 0 : meter.basePerHour() + load * meter.runPerHour();
  }
}
