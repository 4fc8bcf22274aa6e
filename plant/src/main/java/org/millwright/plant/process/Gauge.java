// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/** A gauging station: measures every part and rejects those outside the tolerance. */
final class Gauge implements ProcessModel {

  private static final double GAUGE_MICROMETRES = 1.2;

  private final Draws dynamics;
  private final DoubleSupplier upstream;
  private final double[] recent = new double[10];
  private double deviation;
  private double tolerance = 35;
  private long measured;
  private long measuredMillis;

  Gauge(Draws dynamics, Draws noise, DoubleSupplier upstream) {
    this.dynamics = dynamics;
    this.upstream = upstream;
    deviation = noise.gaussian(GAUGE_MICROMETRES);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    tolerance = 1000 * machine.product().parameter("tolerance");
  }

  @Override
  public long judge(MachineView machine, long units, double steady, Draws draws) {
    long rejected = 0;
    for (long i = 0; i < units; i++) {
      deviation = upstream.getAsDouble() + dynamics.gaussian(GAUGE_MICROMETRES);
      recent[(int) (measured++ % recent.length)] = deviation;
      measuredMillis = machine.clockMillis();
      rejected += Math.abs(deviation) > tolerance ? 1 : 0;
    }
    return rejected;
  }

  @Override
  public double handover() {
    return deviation;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/Diameter", machine.product().parameter("diameter") + deviation / 1000);
    values.set("Process/Deviation", deviation);
    values.set("Process/Deviations", recent.clone());
    values.set("Process/Verdict", (Object) (Math.abs(deviation) <= tolerance));
    values.set("Process/LastMeasured", Instant.ofEpochMilli(measuredMillis));
    values.set("Process/SerialNumber", machine.product().code() + "-" + measured);
  }
}
