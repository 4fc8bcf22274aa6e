// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.List;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;
import org.millwright.plant.line.Table;

/**
 * A three-phase furnace that fuses magnesia around its arcs: the electrodes rise as the bath grows,
 * the arcs' lengths wander, and the current of each phase with them.
 */
final class ArcFurnace implements ProcessModel {

  private static final double LINE_VOLTS = 125;

  private final Draws noise;
  private final Drift[] arcs;
  private final Lag bath = new Lag(2820);
  private final Lag shell = new Lag(95);
  private double meltKwh;
  private double lastMeltKwh = 1500;
  private double reactiveKvarh;

  ArcFurnace(Draws dynamics, Draws noise) {
    this.noise = noise;
    arcs =
        new Drift[] {
          new Drift(dynamics, 0.05, 20),
          new Drift(dynamics, 0.05, 20),
          new Drift(dynamics, 0.05, 20)
        };
  }

  @Override
  public void step(MachineView machine, double seconds) {
    for (Drift arc : arcs) {
      arc.step(seconds);
    }
    double kilowatts = power(machine);
    meltKwh += kilowatts * seconds / 3600;
    reactiveKvarh += 0.55 * kilowatts * seconds / 3600;
    if (machine.unitsThisStep() > 0) {
      lastMeltKwh = meltKwh;
      meltKwh = 0;
    }
    bath.step(machine.running() ? 2830 : 1900, machine.running() ? 300 : 5400, seconds);
    shell.step(40 + 0.02 * bath.value(), 3600, seconds);
  }

  private double power(MachineView machine) {
    double wander = 1 - (arcs[0].value() + arcs[1].value() + arcs[2].value()) / 3;
    return machine.running() ? machine.product().parameter("fusionPower") * wander : 0;
  }

  @Override
  public double handover() {
    return bath.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double run = machine.running() ? 1 : 0;
    double factor = run == 0 ? 0 : 0.87 + noise.gaussian(0.004);
    double amperes =
        run * power(machine) * 1000 / (Math.sqrt(3) * LINE_VOLTS * Math.max(0.5, factor));
    values.set(
        "Process/ElectrodeCurrents",
        Noise.array(noise, 3, 60 * run, i -> amperes * (1 - arcs[i].value())));
    values.set(
        "Process/ElectrodePositions",
        Noise.whole(noise, 3, 1, i -> 400 + 900 * machine.progress() + 300 * arcs[i].value()));
    values.set("Process/ActivePower", power(machine) + noise.gaussian(8 * run));
    values.set("Process/PowerFactor", factor);
    values.set("Process/BathTemperature", bath.value() + noise.gaussian(8));
    values.set("Process/ShellTemperature", shell.value() + noise.gaussian(0.5));
    values.set("Process/TapChangerStep", run == 0 ? 0L : 4 + Math.round(3 * machine.progress()));
    values.set(
        "Process/ReactiveEnergySteps", Noise.whole(noise, 3, 0, i -> reactiveKvarh * (i + 1) / 6));
    values.set("Process/EnergyOfMelt", new long[] {Math.round(lastMeltKwh), Math.round(meltKwh)});
    double kilowatts = machine.product().parameter("fusionPower");
    values.set(
        "Recipe/Fusion",
        new Table(
            List.of("Phase", "Power kW", "Minutes"),
            List.of(
                List.of(1.0, 0.6 * kilowatts, 3.0),
                List.of(2.0, kilowatts, 14.0),
                List.of(3.0, 0.85 * kilowatts, 3.0))));
  }
}
