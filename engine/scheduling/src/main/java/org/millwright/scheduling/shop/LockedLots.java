// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import org.millwright.scheduling.problem.Link;

/** What transfer lots to operations that are locked ask of the operation that makes them. */
final class LockedLots {

  private LockedLots() {}

  /**
   * Whether an operation placed so would hand its lots over too late for a locked operation: the
   * first for its start, or the last for its end.
   */
  static boolean miss(Shop shop, int operation, int inMode, int begin, int done) {
    for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
      int after = shop.succ[s];
      int link = shop.succLink[s];
      if (shop.lots[link] > 1 && shop.lockMachine[after] >= 0) {
        int lots = shop.lots[link];
        int lag = shop.minLag[link];
        int lot = Link.lot(shop.modeTicks[inMode], lots);
        if (shop.clock[shop.modeMachine[inMode]].finish(begin, lot) + lag > shop.lockStart[after]
            || lastLot(shop, after, done + lag, lots) > shop.lockEnd[after]) {
          return true;
        }
      }
    }
    return false;
  }

  private static int lastLot(Shop shop, int after, int from, int lots) {
    int machine = shop.lockMachine[after];
    int mode = shop.modeOn(after, machine);
    int ticks = mode < 0 ? shop.lockEnd[after] - shop.lockStart[after] : shop.modeTicks[mode];
    return shop.clock[machine].finish(from, Link.lot(ticks, lots));
  }
}
