// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.construct;

import java.util.Arrays;
import org.millwright.scheduling.shop.Shop;

/** By when operations beside locked ones should be done, as an order to place them in. */
final class Deadlines {

  private Deadlines() {}

  /**
   * By operation: the tick; {@link Integer#MAX_VALUE} where no operation of the job is locked. An
   * operation that holds up a locked machine should be done as if it started there at once.
   */
  static int[] of(Shop shop) {
    int[] deadline = new int[shop.operations];
    Arrays.fill(deadline, Integer.MAX_VALUE);
    for (int j = 0; j < shop.jobs; j++) {
      job(shop, shop.jobFrom[j], shop.jobFrom[j + 1], deadline);
    }
    return deadline;
  }

  private static void job(Shop shop, int from, int to, int[] deadline) {
    boolean locked = false;
    for (int o = from; o < to; o++) {
      locked |= shop.isLocked(o);
    }
    for (int o = to - 1; locked && o >= from; o--) {
      deadline[o] = Math.min(deadline[o], shop.latestEnd[o]);
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        int before = shop.pred[link];
        if (shop.urgent[o] && shop.isLocked(before)) {
          deadline[o] = Math.min(deadline[o], shop.lockEnd[before] + shop.shortest(o));
        }
      }
      int latest = shop.isLocked(o) ? shop.lockStart[o] : deadline[o] - shop.shortest(o);
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        deadline[shop.pred[link]] = Math.min(deadline[shop.pred[link]], latest);
      }
    }
  }
}
