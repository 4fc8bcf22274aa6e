// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** Simulated annealing over orders of jobs, for permutation problems with any further rule. */
final class JobListLane implements Lane {

  private final Shop shop;
  private final Valuation valuation;
  private final SplittableRandom random;
  private final Timetable table;
  private int[] jobs;
  private int[] trial;
  private double cost;
  private Candidate best;

  JobListLane(Shop shop, Valuation valuation, Candidate start, long seed) {
    this.shop = shop;
    this.valuation = valuation;
    this.random = new SplittableRandom(seed);
    this.table = new Timetable(shop);
    this.best = start;
    this.jobs = JobOrder.of(shop, start.start());
    this.trial = jobs.clone();
    this.cost = start.cost();
  }

  @Override
  public void advance(Budget budget) {
    double remaining = Math.max(0, 1 - budget.fraction());
    double temperature = 1e-9 + cost * 0.002 * remaining * remaining;
    while (jobs.length > 1 && budget.nextTimed()) {
      System.arraycopy(jobs, 0, trial, 0, jobs.length);
      insert(trial, random.nextInt(jobs.length), random.nextInt(jobs.length));
      table.clear();
      JobOrder.place(shop, table, trial);
      double next = valuation.cost(table);
      if (next - cost <= -temperature * Math.log(random.nextDouble())) {
        int[] swap = jobs;
        jobs = trial;
        trial = swap;
        cost = next;
        if (cost < best.cost()) {
          best = Candidate.of(cost, table);
        }
      }
    }
  }

  private static void insert(int[] order, int from, int to) {
    int moved = order[from];
    if (from < to) {
      System.arraycopy(order, from + 1, order, from, to - from);
    } else {
      System.arraycopy(order, to, order, to + 1, from - to);
    }
    order[to] = moved;
  }

  @Override
  public Candidate best() {
    return best;
  }

  @Override
  public void adopt(Candidate other) {
    best = other;
    jobs = JobOrder.of(shop, other.start());
    cost = other.cost();
  }
}
