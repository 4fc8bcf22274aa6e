// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A packer: heaters that keep their temperature, foil under tension, an inspection system. */
final class CigarettePacker implements ProcessModel {

  private static final double[] CAUSES = {0.4, 0.3, 0.2, 0.1};

  private final Draws noise;
  private final Lag glue = new Lag(148);
  private final Lag seal = new Lag(136);

  CigarettePacker(Draws noise) {
    this.noise = noise;
  }

  @Override
  public void step(MachineView machine, double seconds) {
    glue.step(150 - 2 * machine.speedShare(), 300, seconds);
    seal.step(140 - 4 * machine.speedShare(), 120, seconds);
  }

  @Override
  public double handover() {
    return seal.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/GlueTemperature", glue.value() + noise.gaussian(0.4));
    values.set("Process/SealTemperature", seal.value() + noise.gaussian(0.4));
    values.set("Process/FoilTension", machine.running() ? 22 + noise.gaussian(0.5) : 0);
    boolean[] inspected = new boolean[20]; // one sensor a cigarette: true where one is missing
    if (machine.running() && noise.uniform() < 0.05) {
      inspected[noise.below(inspected.length)] = true;
    }
    values.set("Process/InspectionBits", inspected);
    double rejects = 0.006 * machine.total();
    values.set(
        "Process/RejectsByCause",
        Noise.whole(noise, CAUSES.length, 0, i -> (rejects * CAUSES[i]) % 65_536));
    values.set(
        "Process/OperatorHint",
        machine.running() ? "正常 / normal" : "停机：检查输送带与商标纸 / stopped: check conveyor and labels");
  }
}
