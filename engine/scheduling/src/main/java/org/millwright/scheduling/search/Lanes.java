// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Valuation;

/** Chooses the kind of search a problem calls for. */
final class Lanes {

  private Lanes() {}

  static Lane create(Shop shop, Valuation valuation, Candidate start, double bound, long seed) {
    if (HybridFlow.suits(shop)) {
      return new HybridFlowLane(shop, start, bound, seed);
    }
    // A valuation works in arrays of its own, so no two lanes share one.
    Valuation own = new Valuation(shop);
    own.calibrateLike(valuation);
    if (JobShop.suits(shop)) {
      return new JobShopLane(shop, start, bound, seed);
    }
    if (shop.problem.sameSequence()) {
      return FlowShop.suits(shop)
          ? new FlowShopLane(shop, own, start, seed)
          : new JobListLane(shop, own, start, seed);
    }
    return SequenceLane.suits(shop, start)
        ? new SequenceLane(shop, own, start, seed)
        : new ListLane(shop, own, start, seed);
  }

  /** Lanes go on alone for some rounds, then those behind follow the best. */
  static boolean shouldAdopt(int round, double own, double best) {
    return round % 8 == 7 && own > best;
  }
}
