// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A cartoner: hot glue and vacuum cups. */
final class Cartoner implements ProcessModel {

  private final Draws noise;
  private final Lag glue = new Lag(160);
  private final Lag vacuum = new Lag(-62);

  Cartoner(Draws noise) {
    this.noise = noise;
  }

  @Override
  public void step(MachineView machine, double seconds) {
    glue.step(162 - 2 * machine.speedShare(), 300, seconds);
    vacuum.step(machine.running() ? -62 : -35, 4, seconds);
  }

  @Override
  public double handover() {
    return glue.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/GlueTemperature", glue.value() + noise.gaussian(0.5));
    values.set("Process/VacuumPressure", vacuum.value() + noise.gaussian(0.8));
  }
}
