// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A forming machine: pieces get heavier as the mass warms up, batter thickens and is thinned. */
final class Former implements ProcessModel {

  private final Draws noise;
  private final Drift mass;
  private final Drift batter;

  Former(Draws dynamics, Draws noise) {
    this.noise = noise;
    mass = new Drift(dynamics, 0.8, 2400);
    batter = new Drift(dynamics, 45, 1800);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    mass.step(seconds);
    batter.step(seconds);
  }

  @Override
  public double handover() {
    return mass.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double mean = machine.product().parameter("pieceWeight") * (1 + 0.012 * mass.value());
    values.set("Process/PieceWeight", mean + noise.gaussian(0.35));
    values.set("Process/PieceWeights", Noise.array(noise, 8, 0.35, i -> mean));
    values.set("Process/MassTemperature", 2 + mass.value() + noise.gaussian(0.1));
    values.set("Process/FormingPressure", machine.running() ? 6.2 + noise.gaussian(0.15) : 0.4);
    values.set("Process/BatterViscosity", 520 + batter.value() + noise.gaussian(6));
  }
}
