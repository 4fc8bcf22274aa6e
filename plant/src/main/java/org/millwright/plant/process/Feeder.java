// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A weigh feeder for magnesite: belt load for the flow, moisture of the heap, grain sizes. */
final class Feeder implements ProcessModel {

  private static final double[] GRAINS = {12, 34, 38, 16};

  private final Draws noise;
  private final Drift moisture;

  Feeder(Draws dynamics, Draws noise) {
    this.noise = noise;
    moisture = new Drift(dynamics, 0.5, 7200);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    moisture.step(seconds);
  }

  @Override
  public double handover() {
    return moisture.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/BeltLoad", 22 * machine.speedShare() + Math.abs(noise.gaussian(0.3)));
    values.set("Process/Moisture", Math.max(0, 2.8 + moisture.value() + noise.gaussian(0.05)));
    values.set("Process/GrainSizes", Noise.whole(noise, GRAINS.length, 0.8, i -> GRAINS[i]));
  }
}
