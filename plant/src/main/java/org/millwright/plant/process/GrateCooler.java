// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A grate cooler: fan air takes the clinker's heat and returns it to the kiln as secondary air. */
final class GrateCooler implements ProcessModel {

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift bed;
  private final Lag clinker = new Lag(110);
  private final Lag secondary = new Lag(610);

  GrateCooler(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    bed = new Drift(dynamics, 8, 900);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double hot = 0.065 * upstream.getAsDouble();
    clinker.step(machine.running() ? hot + bed.step(seconds) : 60, 300, seconds);
    secondary.step(machine.running() ? 0.38 * upstream.getAsDouble() : 180, 400, seconds);
  }

  @Override
  public double handover() {
    return clinker.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/ClinkerTemperature", clinker.value() + noise.gaussian(1.5));
    values.set("Process/AirFlow", (machine.running() ? 18_500 : 7_000) + noise.gaussian(120));
    values.set("Process/SecondaryAirTemperature", secondary.value() + noise.gaussian(4));
  }
}
