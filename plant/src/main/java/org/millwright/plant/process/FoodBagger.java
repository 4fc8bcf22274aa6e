// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A form-fill-seal machine under nitrogen: four sealing jaws. */
final class FoodBagger implements ProcessModel {

  private final Draws noise;
  private final Lag jaws = new Lag(146);

  FoodBagger(Draws noise) {
    this.noise = noise;
  }

  @Override
  public void step(MachineView machine, double seconds) {
    jaws.step(150 - 5 * machine.speedShare(), 60, seconds);
  }

  @Override
  public double handover() {
    return jaws.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/SealTemperatures", Noise.whole(noise, 4, 0.8, i -> jaws.value() + i));
    values.set("Process/FilmSpeed", 0.31 * machine.speed());
    values.set("Process/NitrogenPressure", 4.1 + noise.gaussian(0.05));
  }
}
