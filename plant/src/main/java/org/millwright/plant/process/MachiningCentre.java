// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A machining centre with pallets: vibration and load rise as the cutter wears. */
final class MachiningCentre implements ProcessModel {

  private static final double WEAR_MICROMETRES = 10;

  private final Draws dynamics;
  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift bearing;
  private double deviation;

  MachiningCentre(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.dynamics = dynamics;
    this.noise = noise;
    this.upstream = upstream;
    bearing = new Drift(dynamics, 0.25, 14_400);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    bearing.step(seconds);
    if (machine.unitsThisStep() > 0) {
      deviation =
          0.8 * upstream.getAsDouble() + WEAR_MICROMETRES * machine.wear() + dynamics.gaussian(3);
    }
  }

  @Override
  public double handover() {
    return deviation;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double run = machine.running() ? 1 : 0;
    double angle = 20 * machine.progress();
    values.set("Process/SpindleSpeed", run * (6400 + noise.gaussian(5)));
    values.set(
        "Process/SpindleLoad",
        Math.max(0, run * (44 + 28 * machine.wear() + 6 * Math.cos(angle)) + noise.gaussian(1)));
    values.set(
        "Process/SpindleVibration",
        0.2
            + run * (1.1 + 2.4 * machine.wear() * machine.wear() + Math.abs(bearing.value()))
            + Math.abs(noise.gaussian(0.08)));
    values.set("Process/ToolWear", 100 * machine.wear());
    values.set("Process/ToolNumber", (long) machine.toolNumber());
    values.set(
        "Process/AxisPositions",
        new double[] {180 * Math.cos(angle), 180 * Math.sin(angle), -40 * machine.progress()});
    values.set("Process/ActiveProgram", "O" + Math.abs(machine.product().code().hashCode() % 9000));
    long pallet = machine.total() % 6;
    values.set("Process/PalletStations", Noise.whole(noise, 6, 0, i -> i == pallet ? 2 : 1));
    values.set(
        "Process/AlarmTexts",
        machine.running() ? new String[] {} : new String[] {"1004 主轴未使能 / spindle not enabled"});
  }
}
