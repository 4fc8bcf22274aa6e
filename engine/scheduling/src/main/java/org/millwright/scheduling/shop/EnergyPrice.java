// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.IdentityHashMap;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Tariff;

/** What the electricity of work costs, in logarithmic time. */
public final class EnergyPrice {

  private static final double MILLISECONDS_PER_HOUR = 3_600_000;

  private final WorkClock[] clock;

  /** By machine: kilowatt-hours in a working tick. */
  private final double[] perTick;

  private final int[] from;
  private final double[] price;

  /** By machine: price times working ticks before each step. */
  private final double[][] before;

  /** The prices and machines of a shop. */
  public EnergyPrice(Shop shop) {
    Problem problem = shop.problem;
    clock = shop.clock;
    int steps = problem.tariff().steps().size();
    from = new int[steps];
    price = new double[steps];
    for (int i = 0; i < steps; i++) {
      Tariff.Step step = problem.tariff().steps().get(i);
      from[i] = step.from();
      price[i] = step.price();
    }
    double hours = problem.scale().tick().toMillis() / MILLISECONDS_PER_HOUR;
    perTick = problem.machines().stream().mapToDouble(m -> m.power() * hours).toArray();
    before = new double[shop.machines][];
    IdentityHashMap<WorkClock, double[]> shared = new IdentityHashMap<>();
    for (int m = 0; m < shop.machines; m++) {
      before[m] = shared.computeIfAbsent(clock[m], this::sums);
    }
  }

  private double[] sums(WorkClock of) {
    double[] sums = new double[from.length];
    for (int i = 1; i < from.length; i++) {
      sums[i] = sums[i - 1] + price[i - 1] * of.between(from[i - 1], from[i]);
    }
    return sums;
  }

  /** How many steps the tariff has. */
  public int steps() {
    return from.length;
  }

  /** First tick of a step. */
  public int stepFrom(int step) {
    return from[step];
  }

  /** The step in force at a tick, -1 before the first. */
  public int stepAt(int tick) {
    int low = 0;
    int high = from.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] > tick) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  /** Money for the work of a machine between two ticks. */
  public double of(int machine, int start, int end) {
    return perTick[machine] == 0
        ? 0
        : perTick[machine] * (until(machine, end) - until(machine, start));
  }

  private double until(int machine, int tick) {
    int step = stepAt(tick);
    return step < 0
        ? 0
        : before[machine][step] + price[step] * clock[machine].between(from[step], tick);
  }
}
