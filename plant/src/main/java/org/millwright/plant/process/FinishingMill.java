// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Drive;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;
import org.millwright.plant.line.Table;

/**
 * Seven tandem stands: thickness falls geometrically from bar to strip, speed rises so that the
 * mass flow through every stand is the same, force follows reduction and temperature. Worn rolls
 * and a cold head end show as thickness deviation, and a strip far out is rejected.
 */
final class FinishingMill implements ProcessModel {

  private static final int STANDS = 7;
  private static final double BAR_MILLIMETRES = 38;
  private static final double REJECT_MICROMETRES = 150;

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift gauge;
  private final Lag entry = new Lag(1060);
  private final Lag exit = new Lag(880);
  private final Lag motor = new Lag(80);
  private double deviation;

  FinishingMill(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    gauge = new Drift(dynamics, 18, 200);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double hot = upstream.getAsDouble() - 28;
    entry.step(machine.running() ? hot : hot - 90, machine.running() ? 25 : 200, seconds);
    double aim = machine.product().parameter("finishTemperature");
    exit.step(machine.running() ? aim + 0.35 * (entry.value() - 1062) : 450, 20, seconds);
    motor.step(45 + 50 * machine.speedShare(), 900, seconds);
    deviation = gauge.step(seconds) + 35 * machine.wear() - 0.25 * (entry.value() - 1062);
  }

  @Override
  public double rejectShare(double steady) {
    return Math.abs(deviation) > REJECT_MICROMETRES ? 0.5 : steady;
  }

  @Override
  public double handover() {
    return exit.value();
  }

  private static double thicknessAfter(int stand, double strip) {
    return BAR_MILLIMETRES * Math.pow(strip / BAR_MILLIMETRES, (stand + 1.0) / STANDS);
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double strip = machine.product().parameter("thickness");
    double width = machine.product().parameter("width");
    double run = machine.running() ? 1 : 0;
    double exitSpeed = 30 / strip;
    double hardness = Math.exp(-0.0028 * (exit.value() - 880)) * width / 1250;
    values.set("Process/EntryTemperature", entry.value() + noise.gaussian(3));
    values.set("Process/ExitTemperature", exit.value() + noise.gaussian(2));
    values.set(
        "Process/StandForces",
        Noise.array(
            noise,
            STANDS,
            120 * run,
            i -> run * hardness * (21000 - 1700 * i) * Math.pow(3 / strip, 0.25)));
    values.set(
        "Process/StandSpeeds",
        Noise.array(
            noise, STANDS, 0.01 * run, i -> run * exitSpeed * strip / thicknessAfter(i, strip)));
    values.set(
        "Process/RollGaps",
        Noise.whole(noise, STANDS, 3, i -> 1000 * thicknessAfter(i, strip) - 900 + 20 * i));
    values.set("Process/LooperAngles", Noise.whole(noise, STANDS - 1, 1.5, i -> 4 + 18 * run));
    values.set("Process/StripThickness", run * (strip + (deviation + noise.gaussian(4)) / 1000));
    values.set("Process/ThicknessDeviation", Math.round(run * deviation + noise.gaussian(4)));
    values.set("Process/StripWidth", Math.round(width + 6 + noise.gaussian(1)));
    values.set("Recipe/PassSchedule", schedule(strip));
    values.set(
        "Drive/Main", new Drive(run * 5200 * hardness, motor.value(), run * 48, machine.running()));
    values.set("Process/RollWear", 100 * machine.wear());
  }

  private static Table schedule(double strip) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < STANDS; i++) {
      double thickness = thicknessAfter(i, strip);
      double before = i == 0 ? BAR_MILLIMETRES : thicknessAfter(i - 1, strip);
      rows.add(List.of(i + 1.0, thickness, 1 - thickness / before, 30 / thickness));
    }
    return new Table(List.of("Stand", "Thickness mm", "Reduction", "Speed m/s"), rows);
  }
}
