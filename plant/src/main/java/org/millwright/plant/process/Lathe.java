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
 * A lathe: the worn edge needs more power and cuts too large, the warm spindle grows. What it hands
 * on is the part's deviation in µm.
 */
final class Lathe implements ProcessModel {

  private static final double WEAR_MICROMETRES = 16;
  private static final double CUTTING_METRES_PER_MINUTE = 190;

  private final Draws dynamics;
  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift thermal;
  private final Lag motor = new Lag(48);
  private final Lag coolant = new Lag(24);
  private double deviation;
  private double tolerance = 35;

  Lathe(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.dynamics = dynamics;
    this.noise = noise;
    this.upstream = upstream;
    thermal = new Drift(dynamics, 3, 3600);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    thermal.step(seconds);
    motor.step(30 + 32 * machine.speedShare(), 1200, seconds);
    coolant.step(22 + 4 * machine.speedShare(), 1800, seconds);
    tolerance = 1000 * machine.product().parameter("tolerance");
    if (machine.unitsThisStep() > 0) {
      deviation =
          0.3 * upstream.getAsDouble()
              + WEAR_MICROMETRES * machine.wear()
              + thermal.value()
              + dynamics.gaussian(3.5);
    }
  }

  @Override
  public double rejectShare(double steady) {
    return Math.abs(deviation) > 1.1 * tolerance ? 0.3 : steady;
  }

  @Override
  public double handover() {
    return deviation;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double run = machine.running() ? 1 : 0;
    double diameter = machine.product().parameter("diameter");
    double spindle = 1000 * CUTTING_METRES_PER_MINUTE / (Math.PI * diameter);
    double load = run * (38 + 22 * machine.wear() + 8 * Math.sin(12 * machine.progress()));
    values.set("Process/SpindleSpeed", run * (spindle + noise.gaussian(2)));
    values.set("Process/SpindleLoad", Math.max(0, load + noise.gaussian(1.2)));
    values.set("Process/ToolWear", 100 * machine.wear());
    values.set("Process/ToolNumber", (long) machine.toolNumber());
    values.set("Process/CoolantTemperature", coolant.value() + noise.gaussian(0.1));
    values.set(
        "Process/ToolLives", Noise.whole(noise, 4, 0, i -> 75 - 75 * machine.wear() / (i + 1)));
    values.set("Process/Diameter", diameter + deviation / 1000);
    double stroke = 220 * machine.progress();
    values.set("Process/AxisPositions", new double[] {diameter / 2 + 0.4, stroke});
    values.set("Process/FeedOverride", 100L);
    values.set(
        "Drive/Spindle",
        new Drive(0.45 * load, motor.value(), run * spindle / 30, machine.running()));
  }
}
