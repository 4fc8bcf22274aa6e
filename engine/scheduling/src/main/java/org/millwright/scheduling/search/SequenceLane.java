// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** Simulated annealing over the sequences of machines, each change valued by what it moves. */
final class SequenceLane implements Lane {

  /** Changes tried to learn what is typical, a tenth of them whatever the time. */
  private static final int SAMPLES = 400;

  /** Temperatures, in rises a random change brings about: at the beginning, and at the end. */
  private static final double HOT = 0.02;

  private static final double COLD = 0.0004;

  /** Rise of tardiness on the way, beyond what would be taken, at which a change is given up. */
  private static final double MARGIN = 0.3;

  private final Shop shop;
  private final Valuation valuation;
  private final SplittableRandom random;
  private final SequenceCost value;
  private final Sequences plan;
  private final SequenceMoves moves;
  private final Timetable table;
  private Candidate best;
  private double cost;

  /** The least cost seen, of a plan that may not have been copied yet. */
  private double least;

  private boolean stuck;
  private double scale;

  SequenceLane(Shop shop, Valuation valuation, Candidate start, long seed) {
    this.shop = shop;
    this.valuation = valuation;
    random = new SplittableRandom(seed);
    value = new SequenceCost(shop, valuation);
    plan = new Sequences(shop, value);
    moves = new SequenceMoves(shop, plan, value, random);
    table = new Timetable(shop);
    best = start;
    load(start);
  }

  /** Whether a search can go on from a plan here: everything in it has a place. */
  static boolean suits(Shop shop, Candidate start) {
    return Sequences.suits(shop) && complete(start);
  }

  private static boolean complete(Candidate candidate) {
    for (int start : candidate.start()) {
      if (start < 0) {
        return false;
      }
    }
    return true;
  }

  private void load(Candidate candidate) {
    stuck = !complete(candidate) || !plan.load(candidate, value.rewardsWaiting()) || !moves.any();
    cost = stuck ? candidate.cost() : value.total(plan);
    least = Math.min(cost, best.cost());
    keep();
  }

  @Override
  public void advance(Budget budget) {
    if (stuck) {
      return;
    }
    boolean isLeast = cost == least;
    value.load(plan);
    cost = value.total(plan);
    least = isLeast ? cost : least;
    if (scale == 0) {
      scale = typicalRise(budget);
    }
    double hot = value.keepsEarlier() ? COLD : HOT;
    double temperature = scale * hot * Math.pow(COLD / hot, budget.fraction());
    while (budget.nextTimed()) {
      double allowed = -temperature * Math.log(random.nextDouble());
      value.limit(allowed + scale * MARGIN);
      double next = moves.change() ? value.total(plan) : Double.POSITIVE_INFINITY;
      if (next - cost > allowed) {
        plan.rollback();
        continue;
      }
      if (next > cost && cost == least) {
        keep();
      }
      plan.commit();
      cost = next;
      least = Math.min(least, cost);
    }
    keep();
  }

  /** The middle one of the rises that random changes bring about. */
  private double typicalRise(Budget budget) {
    value.limit(Double.POSITIVE_INFINITY);
    double[] rises = new double[SAMPLES];
    int count = 0;
    for (int i = 0; i < SAMPLES && (i < SAMPLES / 10 || !budget.look()); i++) {
      if (moves.change()) {
        double rise = value.total(plan) - cost;
        if (rise > 0) {
          rises[count++] = rise;
        }
      }
      plan.rollback();
    }
    java.util.Arrays.sort(rises, 0, count);
    return count == 0 ? 1e-9 : rises[count / 2];
  }

  /** Copies the plan as it is if it is the best so far. */
  private void keep() {
    if (!stuck && cost <= least && cost < best.cost()) {
      System.arraycopy(plan.start, 0, table.start, 0, shop.operations);
      System.arraycopy(plan.end, 0, table.end, 0, shop.operations);
      System.arraycopy(plan.mode, 0, table.mode, 0, shop.operations);
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
    load(other);
  }
}
