// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;

/**
 * Simulated annealing over the orders in which jobs enter a hybrid flow shop. Lanes begin from
 * different ends of the shop; one that falls behind turns round.
 */
final class HybridFlowLane implements Lane {

  /** Temperatures at the beginning and the end, in mean durations of an operation. */
  private static final double HOT = 0.16;

  private static final double COLD = 0.01;

  private static final int LOOK_EVERY = 64;

  private final SplittableRandom random;
  private final HybridFlow[] ways;
  private final double meanTicks;
  private final int target;
  private HybridFlow flow;
  private int[] order;
  private int[] trial;
  private int cost;
  private int least;
  private Candidate best;

  HybridFlowLane(Shop shop, Candidate start, double bound, long seed) {
    random = new SplittableRandom(seed);
    ways = new HybridFlow[] {new HybridFlow(shop, false), new HybridFlow(shop, true)};
    target = (int) Math.ceil(bound);
    long sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      sum += shop.shortest(o);
    }
    meanTicks = (double) sum / shop.operations;
    best = start;
    flow = ways[(int) Math.floorMod(seed, 2L)];
    order = flow.order(start);
    trial = order.clone();
    cost = flow.decode(order, HybridFlow.ABOVE);
    least = cost;
    keep();
  }

  @Override
  public void advance(Budget budget) {
    double temperature = meanTicks * HOT * Math.pow(COLD / HOT, budget.fraction());
    for (int i = 0; order.length > 1 && best.cost() > target; i++) {
      if ((i % LOOK_EVERY == 0 && budget.look()) || !budget.next()) {
        return;
      }
      change();
      int limit = cost + (int) (-temperature * Math.log(1 - random.nextDouble()));
      int value = flow.decode(trial, limit);
      if (value <= limit) {
        int[] swap = order;
        order = trial;
        trial = swap;
        cost = value;
        keep();
      }
    }
  }

  /** Two jobs change places, or one goes elsewhere. */
  private void change() {
    System.arraycopy(order, 0, trial, 0, order.length);
    int from = random.nextInt(order.length);
    int to = random.nextInt(order.length - 1);
    to += to >= from ? 1 : 0;
    int job = trial[from];
    if (random.nextBoolean()) {
      trial[from] = trial[to];
    } else if (from < to) {
      System.arraycopy(trial, from + 1, trial, from, to - from);
    } else {
      System.arraycopy(trial, to, trial, to + 1, from - to);
    }
    trial[to] = job;
  }

  private void keep() {
    if (cost < least || cost < best.cost()) {
      least = Math.min(least, cost);
      Candidate plan = flow.plan(order);
      best = plan.cost() < best.cost() ? plan : best;
    }
  }

  @Override
  public Candidate best() {
    return best;
  }

  @Override
  public void adopt(Candidate other) {
    best = other;
    for (HybridFlow way : ways) {
      int[] theirs = way.order(other);
      int value = way.decode(theirs, HybridFlow.ABOVE);
      if (value < cost) {
        flow = way;
        order = theirs;
        cost = value;
      }
    }
    trial = Arrays.copyOf(order, order.length);
  }
}
