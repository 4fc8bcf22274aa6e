// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Drive;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/**
 * A reversing roughing mill: a slab of 230 mm to a transfer bar of some 38 mm in seven passes. The
 * force of a pass grows with its reduction and as the bar cools.
 */
final class RoughingMill implements ProcessModel {

  private static final int PASSES = 7;
  private static final double SLAB_MILLIMETRES = 230;
  private static final double BAR_MILLIMETRES = 38;

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift gauge;
  private final Lag entry = new Lag(1195);
  private final Lag motor = new Lag(75);

  RoughingMill(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    gauge = new Drift(dynamics, 0.25, 900);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double hot = upstream.getAsDouble() - 12;
    entry.step(machine.running() ? hot : hot - 60, machine.running() ? 30 : 240, seconds);
    gauge.step(seconds);
    motor.step(45 + 45 * machine.speedShare(), 900, seconds);
  }

  @Override
  public double handover() {
    return entry.value() - 105;
  }

  private int pass(MachineView machine) {
    return machine.running() ? 1 + (int) Math.min(PASSES - 1, machine.progress() * PASSES) : 0;
  }

  private double thicknessAfter(int pass) {
    double share = (double) pass / PASSES;
    return SLAB_MILLIMETRES * Math.pow(BAR_MILLIMETRES / SLAB_MILLIMETRES, share)
        + share * gauge.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    int pass = pass(machine);
    double temperature = entry.value() - 15.0 * pass;
    // Harder as it cools: about 0.35 % a kelvin around 1,100 °C.
    double hardness = Math.exp(-0.0035 * (temperature - 1100));
    double force = pass == 0 ? 0 : 15500 * hardness * Math.sqrt(1 + 0.35 * pass);
    values.set("Process/EntryTemperature", entry.value() + noise.gaussian(3));
    values.set("Process/ExitTemperature", handover() + noise.gaussian(3));
    values.set("Process/RollForce", force * (1 + noise.gaussian(0.015)));
    values.set("Process/BarThickness", thicknessAfter(PASSES) + noise.gaussian(0.05));
    values.set("Process/PassNumber", (long) pass);
    values.set(
        "Process/PassThicknesses", Noise.array(noise, PASSES, 0.05, i -> thicknessAfter(i + 1)));
    values.set("Process/RollSpeed", pass == 0 ? 0 : 3.2 + 0.2 * pass + noise.gaussian(0.03));
    values.set(
        "Drive/Main",
        new Drive(pass == 0 ? 120 : 0.14 * force, motor.value(), pass == 0 ? 0 : 42, true));
  }
}
