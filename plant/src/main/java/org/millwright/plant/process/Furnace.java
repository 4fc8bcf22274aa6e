// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.time.Instant;
import java.util.UUID;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.Lag;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/**
 * A walking-beam furnace: five zones from preheating to soaking, a controller that burns gas for
 * the slabs' flow and for the zones' deviation. When the line stands, slabs soak longer and hotter.
 */
final class Furnace implements ProcessModel {

  private static final double[] PROFILE = {-330, -150, -20, 15, 25};
  private static final double AIR_RATIO = 5.4;

  private final Draws noise;
  private final Drift heat;
  private final Drift oxygen;
  private final Lag soaking = new Lag(1235);
  private final Lag gas = new Lag(5000);
  private final Lag slab = new Lag(1205);
  private long charged;
  private long slabNumber;

  Furnace(Draws dynamics, Draws noise) {
    this.noise = noise;
    heat = new Drift(dynamics, 6, 1800);
    oxygen = new Drift(dynamics, 0.5, 600);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    double setpoint = machine.product().parameter("dischargeTemperature") + 28;
    double error = setpoint - soaking.value();
    gas.step(1900 + 3300 * Math.min(1, machine.speedShare()) + 45 * error, 40, seconds);
    double balance = (gas.value() - 1900 - 3300 * machine.speedShare()) / 45;
    soaking.step(soaking.value() + balance + 0.1 * heat.step(seconds), 900, seconds);
    double soaked = machine.running() ? soaking.value() - 28 : soaking.value() - 10;
    slab.step(soaked + heat.value(), machine.running() ? 120 : 1500, seconds);
    oxygen.step(seconds);
    if (machine.total() != slabNumber || charged == 0) {
      slabNumber = machine.total();
      charged = machine.clockMillis();
    }
  }

  @Override
  public double handover() {
    return slab.value();
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set(
        "Process/ZoneTemperatures", Noise.array(noise, 5, 1, i -> soaking.value() + PROFILE[i]));
    values.set("Process/SlabTemperature", slab.value() + noise.gaussian(2));
    values.set("Process/FurnacePressure", 12 + noise.gaussian(1.5));
    values.set("Process/ExcessOxygen", Math.max(0.2, 2.4 + oxygen.value() + noise.gaussian(0.05)));
    double flow = Math.max(800, gas.value());
    values.set("Process/GasFlow", flow + noise.gaussian(25));
    values.set("Process/AirFlow", flow * AIR_RATIO + noise.gaussian(150));
    boolean[] lit = new boolean[24];
    int burning = Math.clamp(Math.round(flow / 5400 * lit.length), 6, lit.length);
    for (int i = 0; i < burning; i++) {
      lit[i] = true;
    }
    values.set("Process/BurnersLit", lit);
    values.set(
        "Process/SlabIdentity", new UUID(0x51ab000000004000L, 0x8000000000000000L | slabNumber));
    values.set("Process/SlabCharged", Instant.ofEpochMilli(charged));
  }
}
