// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.time.Instant;
import org.millwright.plant.line.Draws;
import org.millwright.plant.line.Drift;
import org.millwright.plant.line.MachineView;
import org.millwright.plant.line.ProcessModel;
import org.millwright.plant.line.ProcessValues;

/**
 * A checkweigher with metal detector. Every bag is weighed; those more than 15 g below the nominal
 * weight are rejected (the tolerable negative error of a 500 g pack, JJF 1070 and OIML R 87), and
 * one in about 20,000 for metal.
 */
final class Checkweigher implements ProcessModel {

  private static final double TOLERABLE_GRAMS = 15;
  private static final double DEVIATION_GRAMS = 5.5;
  private static final double METAL_SHARE = 1.0 / 20_000;

  private final Draws dynamics;
  private final Drift filling;
  private final double[] recent = new double[10];
  private long weighed;
  private long underweight;
  private long metal;
  private double last;
  private double mean;
  private long lastRejectedMillis;

  Checkweigher(Draws dynamics) {
    this.dynamics = dynamics;
    filling = new Drift(dynamics, 2, 900);
  }

  @Override
  public void step(MachineView machine, double seconds) {
    filling.step(seconds);
  }

  @Override
  public long judge(MachineView machine, long units, double steady, Draws draws) {
    double bag = machine.product().parameter("bagWeight") + filling.value();
    double nominal = 100 * Math.floor(machine.product().parameter("bagWeight") / 100);
    long before = underweight + metal;
    for (long i = 0; i < units; i++) {
      last = bag + dynamics.gaussian(DEVIATION_GRAMS);
      mean = mean == 0 ? last : mean + (last - mean) * 0.02;
      recent[(int) (weighed++ % recent.length)] = last;
      if (last < nominal - TOLERABLE_GRAMS) {
        underweight++;
      } else if (dynamics.uniform() < METAL_SHARE) {
        metal++;
      }
    }
    long rejected = underweight + metal - before;
    if (rejected > 0) {
      lastRejectedMillis = machine.clockMillis();
    }
    return rejected;
  }

  @Override
  public double handover() {
    return mean;
  }

  @Override
  public void measure(MachineView machine, ProcessValues values) {
    values.set("Process/LastWeight", last);
    values.set("Process/MeanWeight", mean);
    values.set("Process/LastWeights", recent.clone());
    values.set("Process/Underweight", underweight);
    values.set("Process/MetalDetected", metal % 256);
    values.set("Process/LastRejected", Instant.ofEpochMilli(lastRejectedMillis));
  }
}
