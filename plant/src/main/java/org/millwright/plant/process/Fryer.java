// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;
import org.millwright.plant.line.Table;

/**
 * A fryer with the core-temperature check as critical control point: pieces below {@value
 * #CRITICAL_CELSIUS} °C in the core go to waste (the limit of 74 °C held 15 s is the usual one for
 * poultry, taken as an instant limit here). The core follows the oil and the time in it; cold
 * pieces cool the oil, and a burner with limited power heats it again.
 */
final class Fryer implements ProcessModel {

  static final double CRITICAL_CELSIUS = 74;

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Drift burner;
  private final Lag oil = new Lag(182);
  private final Lag core = new Lag(78);
  private final Lag polar = new Lag(11);

  Fryer(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.noise = noise;
    this.upstream = upstream;
    burner = new Drift(dynamics, 3.2, 700);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double aim = machine.product().parameter("fryerTemperature");
    oil.step(aim + burner.step(seconds) - 3 * (machine.speedShare() - 0.9), 240, seconds);
    double wanted = machine.product().parameter("coreTemperature");
    // Half a kelvin of core per kelvin of oil, and per kelvin the mass went in warmer.
    double reached = wanted + 0.5 * (oil.value() - aim) + 0.5 * upstream.getAsDouble();
    core.step(machine.running() ? reached : reached + 6, 60, seconds);
    polar.step(polar.value() > 23.5 ? 9 : 26, polar.value() > 23.5 ? 30 : 160_000, seconds);
  }

  @Override
  public double rejectShare(double steady) {
    // Pieces differ by 1.1 K around the mean; the logistic curve stands for the normal one.
    double below = 1 / (1 + Math.exp(1.7 * (core.value() - CRITICAL_CELSIUS) / 1.1));
    return steady + (1 - steady) * below;
  }

  @Override
  public double handover() {
    return core.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double probe = core.value() + noise.gaussian(0.6);
    values.set("Process/OilTemperature", oil.value() + noise.gaussian(0.3));
    values.set("Process/CoreTemperature", probe);
    values.set("Process/CoreTemperatureOk", (Object) (probe >= CRITICAL_CELSIUS));
    values.set(
        "Process/ResidenceTime", machine.running() ? 150 / Math.max(0.3, machine.speedShare()) : 0);
    values.set("Process/OilLevel", 82 + noise.gaussian(0.6));
    values.set("Process/PolarCompounds", polar.value() + noise.gaussian(0.1));
    double aim = machine.product().parameter("fryerTemperature");
    values.set(
        "Recipe/Frying",
        new Table(
            List.of("Zone", "Oil Cel", "Seconds"),
            List.of(
                List.of(1.0, aim + 4, 45.0),
                List.of(2.0, aim, 60.0),
                List.of(3.0, aim - 3, 45.0))));
  }
}
