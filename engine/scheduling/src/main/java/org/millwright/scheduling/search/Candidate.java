// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Comparator;
import java.util.stream.IntStream;
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

  /**
   * Operations to be placed one by one, urgent ones first, then by start: locked ones are left out,
   * as is what has no place; of furnace companions the longest comes first, to open the load.
   */
  int[] order(Shop shop) {
    return IntStream.range(0, shop.operations)
        .filter(o -> start[o] >= 0 && !shop.isLocked(o))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(o -> shop.urgent[o] ? 0 : 1)
                .thenComparingInt(o -> start[o])
                .thenComparingInt(o -> -shop.modeTicks[mode[o]])
                .thenComparingInt(o -> o))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
