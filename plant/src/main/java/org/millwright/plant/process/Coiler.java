// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A down coiler behind the run-out table's cooling; every coil is weighed and labelled. */
final class Coiler implements ProcessModel {

  private final Draws noise;
  private final DoubleSupplier upstream;
  private final Draws dynamics;
  private final Drift cooling;
  private final Lag strip = new Lag(610);
  private double coilKilograms = 23500;
  private String label = "COIL-0";

  Coiler(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.dynamics = dynamics;
    this.noise = noise;
    this.upstream = upstream;
    cooling = new Drift(dynamics, 7, 120);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double aim = machine.product().parameter("coilTemperature") + cooling.step(seconds);
    double late = 0.4 * (upstream.getAsDouble() - machine.product().parameter("finishTemperature"));
    strip.step(machine.running() ? aim + Math.clamp(late, -40, 40) : 120, 15, seconds);
    if (machine.unitsThisStep() > 0) {
      // A slab of 230 mm × 10 m and the strip's width.
      double slab = 7.85 * 230 * 10 * machine.product().parameter("width") / 1000;
      coilKilograms = slab * (0.985 + dynamics.gaussian(0.004));
      label = machine.product().code() + "-" + machine.total();
    }
  }

  @Override
  public double handover() {
    return strip.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    double run = machine.running() ? 1 : 0;
    values.set("Process/CoilingTemperature", strip.value() + noise.gaussian(2.5));
    values.set("Process/StripTension", run * (38 + noise.gaussian(0.8)));
    values.set(
        "Process/MandrelSpeed",
        run * (30.3 / machine.product().parameter("thickness") + noise.gaussian(0.05)));
    values.set("Process/CoilWeight", Math.round(coilKilograms));
    values.set("Process/CoilLabel", label.getBytes(StandardCharsets.UTF_8));
  }
}
