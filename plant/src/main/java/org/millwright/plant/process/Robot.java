// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A six-axis robot on its path; it hands parts on as it got them. */
final class Robot implements ProcessModel {

  private static final double[] HOME = {0, -35, 80, 0, 45, 0};
  private static final double[] SWING = {85, 30, 40, 60, 50, 180};
  private static final double[] TORQUE = {160, 240, 120, 22, 18, 9};

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Lag warm = new Lag(38);

  Robot(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    warm.step(38 + dynamics.gaussian(2), 1, 10);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    warm.step(24 + 18 * machine.speedShare(), 2400, seconds);
  }

  @Override
  public double handover() {
    return upstream.getAsDouble();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double phase = 2 * Math.PI * machine.progress();
    double run = machine.running() ? 1 : 0;
    values.set(
        "Process/JointAngles",
        Noise.array(noise, 6, 0.01, i -> HOME[i] + run * SWING[i] * Math.sin(phase + i)));
    values.set(
        "Process/JointTorques",
        Noise.array(noise, 6, 0.5, i -> TORQUE[i] * (0.4 + 0.6 * run * Math.cos(phase + i))));
    values.set("Process/GripperClosed", (Object) (run > 0 && machine.progress() < 0.6));
    values.set("Process/Temperature", warm.value() + noise.gaussian(0.2));
    values.set("Process/PathTimes", Noise.whole(noise, 4, 12, i -> 9_500 + 1_800 * i));
  }
}
