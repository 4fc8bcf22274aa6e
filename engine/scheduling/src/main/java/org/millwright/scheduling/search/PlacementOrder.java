// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import org.millwright.scheduling.construct.LongHeap;
import org.millwright.scheduling.shop.Shop;

/**
 * An order in which a plan can be placed anew operation by operation, each behind what its machine
 * already holds, without changing the sequence of any machine.
 *
 * <p>By start alone would not do: operations tied into a train take their machines together, so
 * what stands before the last of them must be placed before the first of them.
 */
final class PlacementOrder {

  private final Shop shop;
  private final int[] start;
  private final int[] mode;
  private final int[] order;
  private int count;

  /** By operation: the one that stands for its train, itself if it has none. */
  private final int[] unit;

  /** By unit: operations that must come before and have not yet. */
  private final int[] open;

  /** By operation: the next on its machine, -1 if none. */
  private final int[] next;

  /** By operation: its rank among all by start. */
  private final int[] rank;

  private final boolean[] done;
  private final LongHeap ready = new LongHeap();

  private PlacementOrder(Shop shop, int[] start, int[] mode) {
    this.shop = shop;
    this.start = start;
    this.mode = mode;
    order = new int[shop.operations];
    unit = new int[shop.operations];
    open = new int[shop.operations];
    next = new int[shop.operations];
    done = new boolean[shop.operations];
    rank = new int[shop.operations];
    for (int o = 0; o < shop.operations; o++) {
      unit[o] = shop.train[o] < 0 ? o : shop.trains[shop.train[o]][0];
    }
  }

  /**
   * The order of everything that has a place, locked operations left out; of furnace companions the
   * longest comes first, to open the load.
   */
  static int[] of(Shop shop, int[] start, int[] mode) {
    return new PlacementOrder(shop, start, mode).sort();
  }

  private boolean counts(int o) {
    return start[o] >= 0 && !shop.isLocked(o);
  }

  private int[] sort() {
    int[] byStart = byStart();
    linkMachines(byStart);
    for (int o : byStart) {
      forEachAfter(o, 1);
    }
    for (int o : byStart) {
      offer(o);
    }
    int oldest = 0;
    while (count < byStart.length) {
      while (done[byStart[oldest]]) {
        oldest++;
      }
      take(ready.isEmpty() ? byStart[oldest] : byStart[(int) ready.remove()]);
    }
    return Arrays.copyOf(order, count);
  }

  private int[] byStart() {
    int[] sorted =
        java.util.stream.IntStream.range(0, shop.operations)
            .filter(this::counts)
            .boxed()
            .sorted(
                java.util.Comparator.<Integer>comparingInt(o -> shop.urgent[o] ? -1 : start[o])
                    .thenComparingInt(o -> -shop.modeTicks[mode[o]])
                    .thenComparingInt(o -> o))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < sorted.length; i++) {
      rank[sorted[i]] = i;
    }
    return sorted;
  }

  private void linkMachines(int[] byStart) {
    int[] last = new int[shop.machines];
    Arrays.fill(last, -1);
    Arrays.fill(next, -1);
    for (int o : byStart) {
      int machine = shop.modeMachine[mode[o]];
      if (last[machine] >= 0) {
        next[last[machine]] = o;
      }
      last[machine] = o;
    }
  }

  /** Adds to what the operations that come after one in its job or on its machine wait for. */
  private void forEachAfter(int o, int by) {
    for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
      change(o, shop.succ[s], by);
    }
    if (next[o] >= 0) {
      change(o, next[o], by);
    }
  }

  private void change(int before, int after, int by) {
    if (unit[before] != unit[after] && counts(after) && !done[after]) {
      open[unit[after]] += by;
      if (by < 0) {
        offer(after);
      }
    }
  }

  private void offer(int o) {
    if (open[unit[o]] == 0) {
      ready.add(rank[o]);
    }
  }

  /** Puts an operation and its train into the order; a circle of trains is entered by force. */
  private void take(int o) {
    if (done[o]) {
      return;
    }
    if (shop.train[o] < 0) {
      enter(o);
      forEachAfter(o, -1);
      return;
    }
    int[] train = shop.trains[shop.train[o]];
    for (int member : train) {
      if (counts(member) && !done[member]) {
        enter(member);
      }
    }
    for (int member : train) {
      if (counts(member)) {
        forEachAfter(member, -1);
      }
    }
  }

  private void enter(int o) {
    done[o] = true;
    order[count++] = o;
  }
}
