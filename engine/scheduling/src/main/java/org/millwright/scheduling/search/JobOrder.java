// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/**
 * Permutation plans: jobs placed whole, one after the other, so that every machine keeps the order.
 */
final class JobOrder {

  private JobOrder() {}

  /** The jobs in the order their first operations start in. */
  static int[] of(Shop shop, int[] start) {
    return IntStream.range(0, shop.jobs)
        .boxed()
        .sorted(Comparator.comparingInt(j -> start[shop.jobFrom[j]]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  static void place(Shop shop, Timetable table, int[] jobs) {
    for (int job : jobs) {
      for (int o = shop.jobFrom[job]; o < shop.jobFrom[job + 1]; o++) {
        if (!table.isPlaced(o)) {
          table.append(o, null);
        }
      }
    }
  }
}
