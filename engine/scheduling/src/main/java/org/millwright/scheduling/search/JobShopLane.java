// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;

/**
 * Tabu search with an elite pool: when a run has dried up, its plan joins the pool and the next run
 * starts half way between two plans of the pool.
 *
 * <p>Half way is taken literally: operations are sequenced by a weighted mean of their starts in
 * both plans. Starts of both respect the jobs, so their mean does too, and no such plan has a
 * circle.
 */
final class JobShopLane implements Lane {

  private static final int POOL = 12;

  private final Shop shop;
  private final SplittableRandom random;
  private final JobShop graph;
  private final JobShopTabu tabu;
  private final List<Elite> pool = new ArrayList<>();
  private final int target;
  private Candidate best;

  /** A plan of the pool: heads and tails give its place in time from both ends. */
  private static final class Elite {
    final int makespan;
    final double[] middle;
    final int[] modes;

    Elite(int makespan, double[] middle, int[] modes) {
      this.makespan = makespan;
      this.middle = middle;
      this.modes = modes;
    }
  }

  JobShopLane(Shop shop, Candidate start, double bound, long seed) {
    this.shop = shop;
    random = new SplittableRandom(seed);
    graph = new JobShop(shop);
    target = (int) Math.ceil(bound);
    best = start;
    graph.load(start.mode(), Arrays.stream(start.start()).asDoubleStream().toArray());
    tabu = new JobShopTabu(graph, random);
    tabu.restart();
  }

  @Override
  public void advance(Budget budget) {
    int patience = Math.max(4_000, Math.min(20_000, 30 * graph.count));
    while (best.cost() > target) {
      boolean dry = tabu.run(patience, target, budget);
      if (tabu.best() < best.cost()) {
        publish();
      }
      if (!dry || tabu.best() <= target) {
        return;
      }
      tabu.loadBest();
      admit(elite());
      next();
      if (budget.look()) {
        return;
      }
    }
  }

  private void publish() {
    int[] modes = graph.mode.clone();
    int[][] sequences = graph.sequences();
    tabu.loadBest();
    int[] end = new int[graph.count];
    Arrays.setAll(end, graph::headEnd);
    best = new Candidate(graph.makespan(), graph.head.clone(), end, graph.mode.clone());
    graph.load(modes, sequences);
  }

  private Elite elite() {
    double[] middle = new double[graph.count];
    for (int o = 0; o < graph.count; o++) {
      middle[o] = (graph.head[o] + graph.makespan() - graph.tail[o] - graph.ticks[o]) / 2.0;
    }
    return new Elite(graph.makespan(), middle, graph.mode.clone());
  }

  /** The pool keeps the best plans, of equal ones the newest. */
  private void admit(Elite elite) {
    pool.removeIf(other -> other.makespan == elite.makespan && isNear(other, elite));
    pool.add(elite);
    if (pool.size() > POOL) {
      Elite worst =
          java.util.Collections.max(pool, Comparator.comparingInt((Elite e) -> e.makespan));
      pool.remove(worst);
    }
  }

  private static boolean isNear(Elite a, Elite b) {
    double distance = 0;
    for (int o = 0; o < a.middle.length; o++) {
      distance += Math.abs(a.middle[o] - b.middle[o]);
    }
    return distance / a.middle.length < 0.005 * a.makespan;
  }

  /** Starts the next run: between two elites, or away from the one there is. */
  private void next() {
    Elite first = pool.get(random.nextInt(pool.size()));
    Elite second = pool.get(random.nextInt(pool.size()));
    double noise = 0;
    if (pool.size() < 4 || isNear(first, second)) {
      noise = 0.02 + 0.08 * random.nextDouble();
    }
    double share = 0.35 + 0.3 * random.nextDouble();
    double[] key = new double[graph.count];
    int[] modes = new int[graph.count];
    for (int j = 0; j < shop.jobs; j++) {
      double shift = noise * first.makespan * (random.nextDouble() - 0.5);
      for (int o = shop.jobFrom[j]; o < shop.jobFrom[j + 1]; o++) {
        key[o] = share * first.middle[o] + (1 - share) * second.middle[o] + shift;
        modes[o] = (random.nextDouble() < share ? first : second).modes[o];
      }
    }
    graph.load(modes, key);
    tabu.restart();
  }

  @Override
  public Candidate best() {
    return best;
  }

  @Override
  public void adopt(Candidate other) {
    best = other;
    int[] modes = graph.mode.clone();
    int[][] sequences = graph.sequences();
    graph.load(other.mode(), Arrays.stream(other.start()).asDoubleStream().toArray());
    if (pool.isEmpty()) {
      tabu.restart();
      return;
    }
    admit(elite());
    graph.load(modes, sequences);
  }
}
