// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import org.millwright.scheduling.construct.LongHeap;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/**
 * Places the operations of an earlier plan anew as their work arrives. What can keep its place
 * does; what cannot goes into a gap of any able machine where it disturbs nothing, and only when it
 * has looked for one long enough does it push others away. For problems without trains.
 */
final class TimelyReplay {

  /** How long an operation looks for a gap, in durations of its own. */
  private static final long PATIENCE = 100;

  private static final int WAIT = -2;

  private final Shop shop;
  private final Timetable table;

  /** By operation: its mode in the earlier plan, -1 for none, and its start there. */
  private final int[] modes;

  private final long[] key;
  private final int[] trial;
  private final int[] open;
  private final LongHeap queue = new LongHeap();

  /** By machine: operations of the earlier plan in the order of their starts. */
  private final int[][] planned;

  private final int[] next;

  TimelyReplay(Shop shop, int[] modes, long[] key) {
    this.shop = shop;
    this.modes = modes;
    this.key = key;
    table = new Timetable(shop);
    trial = new int[shop.operations];
    open = new int[shop.operations];
    planned = new int[shop.machines][];
    next = new int[shop.machines];
    plan();
  }

  private void plan() {
    int[] count = new int[shop.machines];
    long[] byStart = new long[shop.operations];
    int size = 0;
    for (int o = 0; o < shop.operations; o++) {
      if (modes[o] >= 0 && !shop.isLocked(o)) {
        byStart[size++] = key[o] << 32 | o;
        count[shop.modeMachine[modes[o]]]++;
      }
    }
    Arrays.setAll(planned, m -> new int[count[m]]);
    Arrays.sort(byStart, 0, size);
    Arrays.fill(count, 0);
    for (int i = 0; i < size; i++) {
      int o = (int) byStart[i];
      int machine = shop.modeMachine[modes[o]];
      planned[machine][count[machine]++] = o;
    }
  }

  Timetable run() {
    for (int o = 0; o < shop.operations; o++) {
      if (shop.urgent[o] && !table.isPlaced(o)) {
        place(o, modes[o]);
      }
    }
    for (int o = 0; o < shop.operations; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        open[o] += table.isPlaced(shop.pred[link]) ? 0 : 1;
      }
      if (open[o] == 0 && !table.isPlaced(o)) {
        offer(o);
      }
    }
    while (!queue.isEmpty()) {
      long event = queue.remove();
      int o = (int) event;
      long now = event >>> 32;
      int mode = choose(o, now);
      if (mode == WAIT) {
        queue.add(((now + Math.max(1, shop.shortest(o) / 3)) << 32) | o);
      } else if (place(o, mode)) {
        follow(o);
      }
    }
    return table;
  }

  private void offer(int o) {
    int mode = modes[o] < 0 ? shop.modeFrom[o] : modes[o];
    queue.add(Math.max(Math.max(0, key[o]), table.ready(o, mode)) << 32 | o);
  }

  private boolean place(int o, int mode) {
    trial[o] = mode;
    return table.append(o, trial) || table.append(o, null);
  }

  private void follow(int o) {
    for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
      int after = shop.succ[s];
      if (--open[after] == 0 && !table.isPlaced(after)) {
        offer(after);
      }
    }
  }

  /** The mode to place an operation in now, -1 for the one that ends first, or to wait. */
  private int choose(int o, long now) {
    int own = modes[o];
    if (own >= 0 && table.fit(o, own, table.ready(o, own)) <= key[o]) {
      return own;
    }
    int best = WAIT;
    int bestEnd = Timetable.NEVER;
    for (int mode = shop.modeFrom[o]; mode < shop.modeFrom[o + 1]; mode++) {
      int end = end(mode, table.fit(o, mode, table.ready(o, mode)));
      if (end < bestEnd && disturbsNothing(o, shop.modeMachine[mode], end, now)) {
        best = mode;
        bestEnd = end;
      }
    }
    if (best != WAIT || (own >= 0 && now - key[o] < PATIENCE * shop.shortest(o))) {
      return best;
    }
    return -1;
  }

  private int end(int mode, int at) {
    return at >= Timetable.NEVER
        ? Timetable.NEVER
        : shop.clock[shop.modeMachine[mode]].finish(at, shop.modeTicks[mode]);
  }

  private boolean disturbsNothing(int o, int machine, int end, long now) {
    int[] row = planned[machine];
    int at = next[machine];
    while (at < row.length && (table.isPlaced(row[at]) || key[row[at]] < now)) {
      at++;
    }
    next[machine] = at;
    while (at < row.length && (row[at] == o || table.isPlaced(row[at]))) {
      at++;
    }
    if (at == row.length) {
      return true;
    }
    int after = row[at];
    int setup = shop.setup(machine, shop.family[o], shop.family[after]);
    return shop.clock[machine].finish(end, setup) <= key[after];
  }
}
