// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.bound;

import java.util.Map;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.shop.Shop;

/**
 * Lower bounds on the most important level of the objective.
 *
 * <p>Makespan: the longest job; and for every group of machines, the operations that can run
 * nowhere else: least head, plus their work spread evenly over the group, plus least tail.
 * Tardiness: every job by itself. Other criteria count 0.
 */
public final class LowerBound {

  private final Shop shop;
  private final int[] head;

  private LowerBound(Shop shop) {
    this.shop = shop;
    head = new int[shop.operations];
    for (int o = 0; o < shop.operations; o++) {
      head[o] = shop.earliest[o];
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        int before = shop.pred[link];
        int ticks = shop.lots[link] == 1 ? shop.shortest(before) + shop.minLag[link] : 1;
        head[o] = Math.max(head[o], head[before] + ticks);
      }
    }
  }

  /** The bound; 0 if nothing better is known. */
  public static double of(Shop shop) {
    LowerBound bound = new LowerBound(shop);
    double sum = 0;
    Map<Criterion, Double> level = shop.problem.objective().levels().getFirst();
    for (Map.Entry<Criterion, Double> entry : level.entrySet()) {
      sum +=
          entry.getValue()
              * switch (entry.getKey()) {
                case MAKESPAN -> Math.max(bound.longestJob(), GroupBound.of(shop, bound.head));
                case TARDINESS -> bound.tardiness();
                default -> 0;
              };
    }
    return sum;
  }

  private double longestJob() {
    double longest = 0;
    for (int o = 0; o < shop.operations; o++) {
      longest = Math.max(longest, (double) head[o] + shop.shortest(o));
    }
    return longest;
  }

  private double tardiness() {
    double sum = 0;
    for (int j = 0; j < shop.jobs; j++) {
      if (shop.due[j] == Job.NO_DUE) {
        continue;
      }
      long end = 0;
      for (int o = shop.jobFrom[j]; o < shop.jobFrom[j + 1]; o++) {
        end = Math.max(end, (long) head[o] + shop.shortest(o));
      }
      sum += shop.weight[j] * Math.max(0, end - shop.due[j]);
    }
    return sum;
  }
}
