// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/**
 * A rotary kiln: the burning zone answers to gas within half an hour, draught carries heat to the
 * back end, carbon monoxide rises when oxygen runs short, and underburnt clinker is rejected.
 */
final class RotaryKiln implements ProcessModel {

  private static final double[] SHELL = {148, 210, 262, 305, 334, 318, 276, 190};

  private final Draws noise;
  private final Drift coating;
  private final Drift air;
  private final Lag burning = new Lag(1620);
  private final Lag gas = new Lag(1200);
  private final Lag backEnd = new Lag(320);
  private double ticks;
  private double aim = 1620;

  RotaryKiln(Draws dynamics, Draws noise) {
    this.noise = noise;
    coating = new Drift(dynamics, 14, 5400);
    air = new Drift(dynamics, 0.7, 500);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    aim = machine.product().parameter("burningTemperature");
    double wanted = machine.running() ? aim : aim - 180;
    double demand = 420 + 800 * machine.speedShare() + 2.2 * (wanted - burning.value());
    gas.step(Math.clamp(demand, 250, 1900), 45, seconds);
    double level = aim + (gas.value() - 420 - 800 * machine.speedShare()) / 2.2;
    burning.step(level + coating.step(seconds), 1800, seconds);
    backEnd.step(310 + 0.05 * (gas.value() - 1200) + 12 * air.step(seconds), 300, seconds);
    ticks += seconds * 13;
  }

  @Override
  public double rejectShare(double steady) {
    return burning.value() < aim - 60 ? 0.25 : steady;
  }

  @Override
  public double handover() {
    return burning.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double oxygen = Math.max(0.3, 3 + air.value());
    values.set("Process/BurningZoneTemperature", burning.value() + noise.gaussian(5));
    values.set(
        "Process/ShellTemperatures",
        Noise.array(noise, SHELL.length, 1.5, i -> SHELL[i] + 0.12 * (burning.value() - 1620)));
    values.set("Process/BackEndTemperature", backEnd.value() + noise.gaussian(1.5));
    values.set("Process/Draught", -95 - 12 * air.value() + noise.gaussian(3));
    values.set("Process/GasFlow", gas.value() + noise.gaussian(9));
    values.set("Process/ExcessOxygen", oxygen + noise.gaussian(0.05));
    values.set(
        "Process/CarbonMonoxide",
        Math.round(35 + 600 * Math.exp(-2.2 * oxygen) + Math.abs(noise.gaussian(4))));
    values.set("Process/RotationSpeed", machine.running() ? 1.35 * machine.speedShare() : 0.1);
    values.set(
        "Process/DriveTorque",
        (machine.running() ? 62 : 24) + 0.4 * coating.value() + noise.gaussian(1));
    values.set("Process/FlameScannerTicks", (long) ticks);
  }
}
