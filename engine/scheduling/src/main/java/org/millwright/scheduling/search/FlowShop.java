// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;

/**
 * A permutation flow shop with setups, and Taillard's acceleration for it: the makespans of all
 * positions for one job in the time of a single evaluation (Taillard 1990, with setups Ruiz and
 * Stützle 2008).
 */
final class FlowShop {

  private final Shop shop;
  final int jobs;
  private final int machines;
  private final int[][] ticks;
  private final int[][] head;
  private final int[][] tail;
  private final int[] path;

  FlowShop(Shop shop) {
    this.shop = shop;
    jobs = shop.jobs;
    machines = shop.machines;
    ticks = new int[jobs][machines];
    for (int j = 0; j < jobs; j++) {
      for (int m = 0; m < machines; m++) {
        ticks[j][m] = shop.modeTicks[shop.modeFrom[shop.jobFrom[j] + m]];
      }
    }
    head = new int[jobs + 1][machines];
    tail = new int[jobs + 2][machines];
    path = new int[machines];
  }

  /** Whether nothing but durations and setups matters. */
  static boolean suits(Shop shop) {
    Problem problem = shop.problem;
    boolean plain = problem.objective().isOnly(Criterion.MAKESPAN) && problem.materials().isEmpty();
    for (int m = 0; m < shop.machines; m++) {
      plain &=
          shop.clock[m].isAlways()
              && shop.availableFrom[m] == 0
              && !shop.blocking[m]
              && shop.batchCapacity[m] == 0;
    }
    for (int o = 0; o < shop.operations; o++) {
      plain &= shop.earliest[o] == 0 && shop.modeResources[shop.modeFrom[o]].length == 0;
    }
    for (int link = 0; link < shop.pred.length; link++) {
      plain &= shop.minLag[link] == 0 && shop.lots[link] == 1;
    }
    return plain && shop.trains.length == 0;
  }

  private int setup(int machine, int before, int after) {
    int from = before < 0 ? shop.initialFamily[machine] : family(before, machine);
    return shop.setup(machine, from, family(after, machine));
  }

  private int family(int job, int machine) {
    return shop.family[shop.jobFrom[job] + machine];
  }

  /** Heads and tails of the first {@code count} jobs of an order. */
  void measure(int[] order, int count) {
    for (int i = 0; i < count; i++) {
      int before = i == 0 ? -1 : order[i - 1];
      step(head[i], head[i + 1], before, order[i]);
    }
    java.util.Arrays.fill(tail[count], 0);
    for (int i = count - 1; i >= 0; i--) {
      int job = order[i];
      int right = 0;
      for (int m = machines - 1; m >= 0; m--) {
        int next = i + 1 < count ? tail[i + 1][m] + setup(m, job, order[i + 1]) : 0;
        right = Math.max(right, next) + ticks[job][m];
        tail[i][m] = right;
      }
    }
  }

  private void step(int[] from, int[] to, int before, int job) {
    int left = 0;
    for (int m = 0; m < machines; m++) {
      left = Math.max(left, from[m] + setup(m, before, job)) + ticks[job][m];
      to[m] = left;
    }
  }

  /** The makespan of the order last measured. */
  int makespan(int count) {
    return head[count][machines - 1];
  }

  /** The makespan with a job put at a position of the order last measured. */
  int makespanWith(int[] order, int count, int job, int position) {
    step(head[position], path, position == 0 ? -1 : order[position - 1], job);
    int worst = 0;
    if (position == count) {
      return path[machines - 1];
    }
    int after = order[position];
    for (int m = 0; m < machines; m++) {
      worst = Math.max(worst, path[m] + setup(m, job, after) + tail[position][m]);
    }
    return worst;
  }
}
