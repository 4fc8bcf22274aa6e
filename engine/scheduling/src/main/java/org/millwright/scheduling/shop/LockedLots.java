// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import org.millwright.scheduling.problem.Link;

/** What transfer lots ask of the operations that make them and take them over. */
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

  /** When an operation in a mode may start after one that hands it lots and has a place. */
  static int ready(Shop shop, Timetable table, int before, int inMode, int link) {
    int lots = shop.lots[link];
    int firstTicks =
        table.mode[before] < 0
            ? table.end[before] - table.start[before]
            : shop.modeTicks[table.mode[before]];
    int on =
        table.mode[before] < 0 ? shop.lockMachine[before] : shop.modeMachine[table.mode[before]];
    int lot = shop.clock[on].finish(table.start[before], Link.lot(firstTicks, lots));
    WorkClock clock = shop.clock[shop.modeMachine[inMode]];
    int ticks = shop.modeTicks[inMode];
    int last = clock.finish(table.end[before] + shop.minLag[link], Link.lot(ticks, lots));
    return last >= Timetable.NEVER
        ? Timetable.NEVER
        : Math.max(lot + shop.minLag[link], clock.startToEndAt(last, ticks));
  }
}
