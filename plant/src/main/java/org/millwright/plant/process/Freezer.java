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
 * A spiral freezer: air warms under load and as ice grows on the coils; a defrost every 6 hours.
 */
final class Freezer implements ProcessModel {

  private static final double DEFROST_SECONDS = 6 * 3600.0;

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift air;
  private final Lag temperature = new Lag(-36);
  private final Lag product = new Lag(-19);
  private final Lag motor = new Lag(42);
  private double sinceDefrost;
  private long defrosts;

  Freezer(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    air = new Drift(dynamics, 0.5, 900);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    sinceDefrost += seconds;
    if (sinceDefrost > DEFROST_SECONDS) {
      sinceDefrost = 0;
      defrosts++;
    }
    double ice = 2.5 * sinceDefrost / DEFROST_SECONDS;
    double load = 4 * machine.speedShare();
    temperature.step(-41 + load + ice + air.step(seconds), 400, seconds);
    double hotter = 0.1 * (upstream.getAsDouble() - 78);
    product.step(temperature.value() + (machine.running() ? 17 : 6) + hotter, 600, seconds);
    motor.step(machine.running() ? 44 : 25, 900, seconds);
  }

  @Override
  public double handover() {
    return product.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/AirTemperature", temperature.value() + noise.gaussian(0.2));
    values.set("Process/ProductTemperature", product.value() + noise.gaussian(0.3));
    values.set(
        "Process/EvaporatorPressure",
        0.75 + 0.03 * (temperature.value() + 40) + noise.gaussian(0.01));
    values.set("Process/BeltSpeed", 7.5 * machine.speedShare() + Math.abs(noise.gaussian(0.02)));
    values.set("Process/FanCurrents", Noise.array(noise, 6, 0.4, i -> 21 + 0.3 * i));
    values.set("Process/DefrostCount", defrosts % 256);
    values.set(
        "Drive/Belt",
        new Drive(
            9.5 * machine.speedShare(),
            motor.value(),
            50 * machine.speedShare(),
            machine.running()));
  }
}
