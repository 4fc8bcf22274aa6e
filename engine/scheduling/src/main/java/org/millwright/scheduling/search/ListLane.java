// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Valuation;

/**
 * Simulated annealing over lists of operations, for every problem the model can express: each list
 * is turned into a legal plan by {@link ListDecoder}, so no rule needs a neighbourhood of its own.
 */
final class ListLane implements Lane {

  /** Temperature at the beginning, and rise on the way at which a list is given up, by cost. */
  private static final double HOT = 0.00003;

  private static final double MARGIN = 0.005;

  private final Shop shop;
  private final Valuation valuation;
  private final SplittableRandom random;
  private final ListDecoder decoder;
  private ListMoves moves;
  private double cost;
  private Candidate best;

  ListLane(Shop shop, Valuation valuation, Candidate start, long seed) {
    this.shop = shop;
    this.valuation = valuation;
    this.random = new SplittableRandom(seed);
    this.decoder = new ListDecoder(shop, valuation.factor(Criterion.TARDINESS));
    this.best = start;
    this.moves = load(start);
  }

  private ListMoves load(Candidate candidate) {
    int[] order = candidate.order(shop);
    int[] modes = candidate.mode().clone();
    Budget unlimited = new Budget(Long.MAX_VALUE, 0, 0, () -> false);
    decoder.decode(order, modes, 0, Double.POSITIVE_INFINITY, unlimited);
    decoder.accept();
    cost = valuation.cost(decoder.current());
    return new ListMoves(shop, order, modes, random);
  }

  @Override
  public void advance(Budget budget) {
    double remaining = Math.max(0, 1 - budget.fraction());
    double temperature = 1e-9 + cost * HOT * remaining * remaining;
    int reach = Math.max(4, (int) (moves.order.length * (0.02 + 0.2 * remaining)));
    while (moves.order.length > 1 && budget.nextTimed()) {
      int first = moves.change(decoder.current(), reach);
      if (first == moves.order.length) {
        continue;
      }
      double allowed = -temperature * Math.log(random.nextDouble());
      double most = allowed + cost * MARGIN;
      boolean placed = decoder.decode(moves.order, moves.modes, first, most, budget);
      double next = placed ? valuation.cost(decoder.trial()) : Double.POSITIVE_INFINITY;
      if (next - cost <= allowed) {
        decoder.accept();
        cost = next;
        if (cost < best.cost()) {
          best = Candidate.of(cost, decoder.current());
        }
      } else {
        moves.takeBack();
      }
    }
  }

  @Override
  public Candidate best() {
    return best;
  }

  @Override
  public void adopt(Candidate other) {
    best = other;
    moves = load(other);
  }
}
