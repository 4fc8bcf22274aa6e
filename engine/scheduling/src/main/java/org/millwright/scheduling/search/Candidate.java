// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** A plan as lanes exchange it. Its arrays never change; it is compared by identity. */
final class Candidate {

  private final double cost;
  private final int[] start;
  private final int[] end;
  private final int[] mode;

  /** Takes ownership of the arrays; the cost is that of {@link Valuation}. */
  Candidate(double cost, int[] start, int[] end, int[] mode) {
    this.cost = cost;
    this.start = start;
    this.end = end;
    this.mode = mode;
  }

  double cost() {
    return cost;
  }

  /** By operation: first tick, -1 if it has no place. */
  int[] start() {
    return start;
  }

  /** By operation: first tick after it. */
  int[] end() {
    return end;
  }

  /** By operation: the mode it runs in. */
  int[] mode() {
    return mode;
  }

  static Candidate of(double cost, Timetable table) {
    return new Candidate(cost, table.start.clone(), table.end.clone(), table.mode.clone());
  }

  /** Operations in an order in which they can be placed one by one; see {@link PlacementOrder}. */
  int[] order(Shop shop) {
    return PlacementOrder.of(shop, start, mode);
  }
}
