// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** An overwrapper: a film reel that gets smaller and is replaced, sealing irons. */
final class Overwrapper implements ProcessModel {

  private static final double PACKS_PER_REEL = 16_000;

  private final Draws noise;
  private final Lag seal = new Lag(128);

  Overwrapper(Draws noise) {
    this.noise = noise;
  }

  @Override
  public void step(MachineView machine, double seconds) {
    seal.step(132 - 4 * machine.speedShare(), 90, seconds);
  }

  @Override
  public double handover() {
    return seal.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double used = (machine.total() % PACKS_PER_REEL) / PACKS_PER_REEL;
    // Film length is proportional to the ring's area: 300 mm full, 76 mm core.
    double diameter = Math.sqrt(300.0 * 300 - used * (300.0 * 300 - 76.0 * 76));
    values.set("Process/SealTemperature", seal.value() + noise.gaussian(0.4));
    values.set("Process/FilmTension", machine.running() ? 14 + noise.gaussian(0.4) : 0);
    values.set("Process/FilmReelDiameter", Math.round(diameter));
  }
}
