// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** Crushing and bagging: 25 kg bags, crusher current with the load, purity from the laboratory. */
final class MagnesiaBagger implements ProcessModel {

  private final Draws dynamics;
  private final Draws noise;
  private final Drift purity;
  private double bag = 25.05;

  MagnesiaBagger(Draws dynamics, Draws noise) {
    this.dynamics = dynamics;
    this.noise = noise;
    purity = new Drift(dynamics, 0.18, 7200);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    purity.step(seconds);
    if (machine.unitsThisStep() > 0) {
      bag = 25.05 + dynamics.gaussian(0.06);
    }
  }

  @Override
  public double handover() {
    return bag;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/BagWeight", bag);
    values.set("Process/CrusherCurrent", 28 + 70 * machine.speedShare() + noise.gaussian(4));
    values.set("Process/Magnesia", machine.product().parameter("magnesia") + purity.value());
  }
}
