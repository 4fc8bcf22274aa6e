// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** Iterated greedy search for permutation flow shops (Ruiz and Stützle 2007, with tie breaking). */
final class FlowShopLane implements Lane {

  private static final double TEMPERATURE = 0.5;

  private final Shop shop;
  private final Valuation valuation;
  private final SplittableRandom random;
  private final FlowShop flow;
  private final int[] order;
  private final int[] trial;
  private final int[] taken;
  private int cost;
  private int bestCost;
  private Candidate best;
  private final double meanTicks;
  private int chosen;

  FlowShopLane(Shop shop, Valuation valuation, Candidate start, long seed) {
    this.shop = shop;
    this.valuation = valuation;
    random = new SplittableRandom(seed);
    flow = new FlowShop(shop);
    order = JobOrder.of(shop, start.start());
    trial = order.clone();
    taken = new int[order.length];
    long sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      sum += shop.shortest(o);
    }
    meanTicks = (double) sum / shop.operations;
    best = start;
    flow.measure(order, order.length);
    cost = flow.makespan(order.length);
    bestCost = cost;
  }

  @Override
  public void advance(Budget budget) {
    while (order.length > 1 && !budget.look() && budget.next()) {
      System.arraycopy(order, 0, trial, 0, order.length);
      int count = ruin();
      int value = recreate(count);
      value = descend(value, budget);
      double limit = -TEMPERATURE * meanTicks / 10 * Math.log(random.nextDouble());
      if (value <= cost + limit) {
        System.arraycopy(trial, 0, order, 0, order.length);
        cost = value;
        keep();
      }
    }
  }

  /** Takes a few jobs out, to the back of {@link #taken}; returns how many are left. */
  private int ruin() {
    int count = trial.length;
    int out = Math.min(count - 1, 2 + random.nextInt(4));
    for (int k = 0; k < out; k++) {
      int position = random.nextInt(count);
      taken[k] = trial[position];
      System.arraycopy(trial, position + 1, trial, position, count - position - 1);
      count--;
    }
    return count;
  }

  private int recreate(int left) {
    int value = cost;
    int count = left;
    for (int k = 0; count < trial.length; k++) {
      value = insertBest(count, taken[k]);
      count++;
    }
    return value;
  }

  /** Puts a job where the makespan is least, of equals anywhere. */
  private int insertBest(int count, int job) {
    flow.measure(trial, count);
    int least = Integer.MAX_VALUE;
    int ties = 0;
    for (int position = 0; position <= count; position++) {
      int value = flow.makespanWith(trial, count, job, position);
      if (value < least) {
        least = value;
        chosen = position;
        ties = 1;
      } else if (value == least && random.nextInt(++ties) == 0) {
        chosen = position;
      }
    }
    System.arraycopy(trial, chosen, trial, chosen + 1, count - chosen);
    trial[chosen] = job;
    return least;
  }

  /** Reinserts every job in random order until none gains. */
  private int descend(int from, Budget budget) {
    int value = from;
    boolean gained = true;
    int[] jobs = trial.clone();
    while (gained && !budget.look()) {
      gained = false;
      shuffle(jobs);
      for (int job : jobs) {
        int at = 0;
        while (trial[at] != job) {
          at++;
        }
        System.arraycopy(trial, at + 1, trial, at, trial.length - at - 1);
        int next = insertBest(trial.length - 1, job);
        gained |= next < value;
        value = next;
      }
    }
    return value;
  }

  private void shuffle(int[] jobs) {
    for (int i = jobs.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      int swap = jobs[i];
      jobs[i] = jobs[k];
      jobs[k] = swap;
    }
  }

  private void keep() {
    if (cost < bestCost) {
      bestCost = cost;
      Timetable table = new Timetable(shop);
      JobOrder.place(shop, table, order);
      best = Candidate.of(valuation.cost(table), table);
    }
  }

  @Override
  public Candidate best() {
    return best;
  }

  @Override
  public void adopt(Candidate other) {
    best = other;
    System.arraycopy(JobOrder.of(shop, other.start()), 0, order, 0, order.length);
    flow.measure(order, order.length);
    cost = flow.makespan(order.length);
    bestCost = cost;
  }
}
