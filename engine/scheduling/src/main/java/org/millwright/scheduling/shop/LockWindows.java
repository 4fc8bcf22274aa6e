// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import org.millwright.scheduling.problem.Link;

/** What locked operations mean for the free ones beside them. */
final class LockWindows {

  private LockWindows() {}

  static void fill(Shop shop) {
    java.util.Arrays.fill(shop.latestStart, Integer.MAX_VALUE);
    for (int o = 0; o < shop.operations; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        int before = shop.pred[link];
        if (shop.isLocked(before) && !shop.isLocked(o)) {
          after(shop, before, o, link);
        } else if (!shop.isLocked(before) && shop.isLocked(o)) {
          before(shop, before, o, link);
        }
      }
    }
    ancestors(shop);
  }

  /** What an urgent operation waits for is as urgent; those of a job stand in order. */
  private static void ancestors(Shop shop) {
    for (int o = shop.operations - 1; o >= 0; o--) {
      for (int link = shop.predFrom[o]; shop.urgent[o] && link < shop.predFrom[o + 1]; link++) {
        int before = shop.pred[link];
        shop.urgent[before] |= !shop.isLocked(before);
      }
    }
  }

  private static void after(Shop shop, int locked, int free, int link) {
    if (shop.maxLag[link] != Link.UNLIMITED) {
      int latest = shop.lockEnd[locked] + shop.maxLag[link];
      shop.latestStart[free] = Math.min(shop.latestStart[free], latest);
      shop.urgent[free] = true;
    }
    shop.urgent[free] |= shop.blocking[shop.lockMachine[locked]];
  }

  private static void before(Shop shop, int free, int locked, int link) {
    if (shop.maxLag[link] != Link.UNLIMITED) {
      int least = shop.lockStart[locked] - shop.maxLag[link];
      shop.earliestEnd[free] = Math.max(shop.earliestEnd[free], least);
    }
  }

  /** By machine: the operations locked to it, by start. */
  static int[][] byMachine(Shop shop) {
    int[][] lists = new int[shop.machines][];
    for (int m = 0; m < shop.machines; m++) {
      int machine = m;
      lists[m] =
          java.util.stream.IntStream.range(0, shop.operations)
              .filter(o -> shop.lockMachine[o] == machine)
              .boxed()
              .sorted(java.util.Comparator.comparingInt(o -> shop.lockStart[o]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return lists;
  }

  /** An operation without family leaves the machine set up for something, no matter what. */
  static int worstSetup(Shop shop, int machine, int before, int after) {
    if (before >= 0) {
      return shop.setup(machine, before, after);
    }
    int worst = shop.setup(machine, -1, after);
    for (int family = 0; family < shop.problem.families().size(); family++) {
      worst = Math.max(worst, shop.setup(machine, family, after));
    }
    return worst;
  }
}
