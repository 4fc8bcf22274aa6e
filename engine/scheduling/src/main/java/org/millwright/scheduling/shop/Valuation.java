// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Map;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Placement;

/** The objective of a timetable as one number, computed from its arrays. */
public final class Valuation {

  /** Leaving an operation out costs more than anything else can. */
  private static final double LEFT_OUT = 1e15;

  private final Shop shop;
  private final Criterion[][] criteria;
  private final double[][] weights;
  private final double[] scale;
  private final int[] thenStart;
  private final int[] thenMachine;
  private final EnergyPrice price;

  /** Buffers of the evaluation: not for use by several threads. */
  private final long[] byStart;

  private final int[] lastFamily;

  /** The objective of the shop's problem, its levels added up with factors of their own. */
  public Valuation(Shop shop) {
    this.shop = shop;
    var levels = shop.problem.objective().levels();
    criteria = new Criterion[levels.size()][];
    weights = new double[levels.size()][];
    scale = new double[levels.size()];
    for (int i = 0; i < scale.length; i++) {
      criteria[i] = levels.get(i).keySet().toArray(Criterion[]::new);
      weights[i] = levels.get(i).values().stream().mapToDouble(Double::doubleValue).toArray();
      scale[i] = i == 0 ? 1 : 0;
    }
    thenStart = new int[shop.operations];
    thenMachine = new int[shop.operations];
    java.util.Arrays.fill(thenMachine, -1);
    earlier();
    price = new EnergyPrice(shop);
    byStart = new long[shop.operations];
    lastFamily = new int[shop.machines];
  }

  private void earlier() {
    var plan = shop.problem.earlier();
    if (plan == null) {
      return;
    }
    Map<Long, Placement> then = new java.util.HashMap<>();
    for (Placement placement : plan.placements()) {
      then.put((long) placement.job() << 32 | placement.operation(), placement);
    }
    for (int o = 0; o < shop.operations; o++) {
      Placement placement = then.get((long) shop.job[o] << 32 | shop.index[o]);
      if (placement != null) {
        thenStart[o] = placement.start();
        thenMachine[o] = placement.machine();
      }
    }
  }

  /**
   * Sets the factors so that a later level never outweighs one unit of an earlier one, as long as
   * plans are not worse than this one.
   */
  public void calibrate(Timetable table) {
    for (int i = 1; i < scale.length; i++) {
      double range = Math.max(1, 2 * level(i, table));
      scale[i] = scale[i - 1] / range * 0.5;
    }
  }

  /** Takes over the factors of another valuation of the same shop. */
  public void calibrateLike(Valuation other) {
    System.arraycopy(other.scale, 0, scale, 0, scale.length);
  }

  /** The objective; what is left out makes it huge. */
  public double cost(Timetable table) {
    double sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      if (table.start[o] < 0) {
        sum += LEFT_OUT;
      }
    }
    for (int i = 0; i < scale.length; i++) {
      sum += scale[i] == 0 ? 0 : scale[i] * level(i, table);
    }
    return sum;
  }

  private double level(int i, Timetable table) {
    double sum = 0;
    for (int k = 0; k < criteria[i].length; k++) {
      sum += weights[i][k] * value(criteria[i][k], table);
    }
    return sum;
  }

  private double value(Criterion criterion, Timetable table) {
    return switch (criterion) {
      case MAKESPAN -> makespan(table);
      case TARDINESS -> tardiness(table);
      case WIP -> workInProgress(table);
      case CHANGEOVER -> changeover(table);
      case ENERGY -> energy(table);
      case INSTABILITY -> instability(table);
    };
  }

  private double makespan(Timetable table) {
    int last = 0;
    for (int o = 0; o < shop.operations; o++) {
      last = Math.max(last, table.end[o]);
    }
    return last;
  }

  private double tardiness(Timetable table) {
    double sum = 0;
    for (int j = 0; j < shop.jobs; j++) {
      int last = -1;
      for (int o = shop.jobFrom[j]; o < shop.jobFrom[j + 1]; o++) {
        last = Math.max(last, table.end[o]);
      }
      sum += shop.weight[j] * Math.max(0, last - shop.due[j]);
    }
    return sum;
  }

  private double workInProgress(Timetable table) {
    double sum = 0;
    for (int j = 0; j < shop.jobs; j++) {
      int first = Integer.MAX_VALUE;
      int last = -1;
      for (int o = shop.jobFrom[j]; o < shop.jobFrom[j + 1]; o++) {
        if (table.start[o] >= 0) {
          first = Math.min(first, table.start[o]);
          last = Math.max(last, table.end[o]);
        }
      }
      sum += last < 0 ? 0 : last - first;
    }
    return sum;
  }

  private double changeover(Timetable table) {
    int[] before = lastFamily;
    System.arraycopy(shop.initialFamily, 0, before, 0, shop.machines);
    int count = 0;
    for (int o = 0; o < shop.operations; o++) {
      if (table.start[o] >= 0) {
        byStart[count++] = (long) table.start[o] << 32 | o;
      }
    }
    java.util.Arrays.sort(byStart, 0, count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int o = (int) byStart[i];
      int machine = table.mode[o] < 0 ? shop.lockMachine[o] : shop.modeMachine[table.mode[o]];
      sum += shop.setup(machine, before[machine], shop.family[o]);
      before[machine] = shop.family[o] < 0 ? before[machine] : shop.family[o];
    }
    return sum;
  }

  private double energy(Timetable table) {
    double sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      if (table.start[o] >= 0) {
        int machine = table.mode[o] < 0 ? shop.lockMachine[o] : shop.modeMachine[table.mode[o]];
        sum += price.of(machine, table.start[o], table.end[o]);
      }
    }
    return sum;
  }

  private double instability(Timetable table) {
    double sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      if (table.start[o] >= 0) {
        sum += moved(o, table.mode[o], table.start[o], table.end[o]);
      }
    }
    return sum;
  }

  /** What the place of an operation adds to the instability; mode -1 for one locked elsewhere. */
  public double moved(int o, int mode, int start, int end) {
    if (thenMachine[o] < 0) {
      return 0;
    }
    int machine = mode < 0 ? shop.lockMachine[o] : shop.modeMachine[mode];
    int ticks = mode < 0 ? end - start : shop.modeTicks[mode];
    return Math.abs((double) start - thenStart[o]) + (machine == thenMachine[o] ? 0 : ticks);
  }

  /** What a unit of a criterion adds to the cost. */
  public double factor(Criterion criterion) {
    double sum = 0;
    for (int i = 0; i < scale.length; i++) {
      for (int k = 0; k < criteria[i].length; k++) {
        sum += criteria[i][k] == criterion ? scale[i] * weights[i][k] : 0;
      }
    }
    return sum;
  }

  /** The price of electricity. */
  public EnergyPrice price() {
    return price;
  }
}
