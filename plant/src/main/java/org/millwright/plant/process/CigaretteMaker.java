// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A maker: rod weight under control, moisture and draw resistance wandering, rejects by cause. */
final class CigaretteMaker implements ProcessModel {

  private static final double[] CAUSES = {0.46, 0.22, 0.2, 0.12};
  private static final double RODS_PER_BOBBIN = 95_000;

  private final Draws noise;
  private final Drift weight;
  private final Drift moisture;
  private final Drift density;

  CigaretteMaker(Draws dynamics, Draws noise) {
    this.noise = noise;
    weight = new Drift(dynamics, 4, 90);
    moisture = new Drift(dynamics, 0.25, 3600);
    density = new Drift(dynamics, 12, 600);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    weight.step(seconds);
    moisture.step(seconds);
    density.step(seconds);
  }

  @Override
  public double rejectShare(double steady) {
    // The dryer the tobacco, the more it breaks; the further the weight, the more ends are
    // rejected.
    return steady * (1 + 0.3 * Math.abs(moisture.value()) + 0.04 * Math.abs(weight.value()));
  }

  @Override
  public double handover() {
    return weight.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double aim = machine.product().parameter("rodWeight");
    double run = machine.running() ? 1 : 0;
    values.set("Process/RodWeight", run * (aim + weight.value() + noise.gaussian(1.5)));
    values.set("Process/WeightDeviation", run * (17 + Math.abs(noise.gaussian(1.2))));
    values.set(
        "Process/RodCircumference",
        run * (machine.product().parameter("circumference") + noise.gaussian(0.03)));
    values.set(
        "Process/DrawResistance",
        run
            * (machine.product().parameter("drawResistance")
                + density.value()
                + 2.5 * weight.value()
                + noise.gaussian(6)));
    values.set("Process/TobaccoMoisture", 12.4 + moisture.value() + noise.gaussian(0.05));
    values.set("Process/SuctionPressure", -7.5 * run + noise.gaussian(0.08));
    double rejects = 0.012 * machine.total();
    values.set(
        "Process/RejectsByCause", Noise.whole(noise, CAUSES.length, 0, i -> rejects * CAUSES[i]));
    values.set("Process/PaperSplices", (long) (machine.total() / RODS_PER_BOBBIN));
  }
}
