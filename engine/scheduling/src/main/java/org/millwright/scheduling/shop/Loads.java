// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;

/** The loads of furnaces: what has been put together so far, and whether more fits. */
final class Loads {

  /** How many loads back an operation looks for company; only one where there is no room behind. */
  private static final int LOOK_BACK = 8;

  private static final int[] NOTHING = new int[0];

  private final Shop shop;
  private final int[] count;
  private final int[][] start;
  private final int[][] end;
  private final int[][] ticks;
  private final int[][] family;
  private final int[][] filled;

  Loads(Shop shop) {
    this.shop = shop;
    count = new int[shop.machines];
    start = empty();
    end = empty();
    ticks = empty();
    family = empty();
    filled = empty();
  }

  private int[][] empty() {
    int[][] lists = new int[shop.machines][];
    Arrays.setAll(lists, m -> shop.batchCapacity[m] > 0 ? new int[16] : NOTHING);
    return lists;
  }

  void clear() {
    Arrays.fill(count, 0);
  }

  int start(int machine, int load) {
    return start[machine][load];
  }

  int end(int machine, int load) {
    return end[machine][load];
  }

  /** A load an operation can join without changing when it starts and ends; -1 if none. */
  int find(int machine, int operation, int mode, int ready) {
    int lookBack = shop.blocking[machine] ? 1 : LOOK_BACK;
    int lowest = Math.max(0, count[machine] - lookBack);
    for (int load = count[machine] - 1; load >= lowest && start[machine][load] >= ready; load--) {
      boolean unbroken = end[machine][load] - start[machine][load] == ticks[machine][load];
      if (family[machine][load] == shop.family[operation]
          && filled[machine][load] + shop.size[operation] <= shop.batchCapacity[machine]
          && shop.modeTicks[mode] <= ticks[machine][load]
          && (unbroken || shop.mayPause[operation])) {
        return load;
      }
    }
    return -1;
  }

  /** The load that starts at a tick, -1 if none. */
  int at(int machine, int tick) {
    for (int load = count[machine] - 1; load >= 0 && start[machine][load] >= tick; load--) {
      if (start[machine][load] == tick) {
        return load;
      }
    }
    return -1;
  }

  void join(int machine, int load, int size) {
    filled[machine][load] += size;
  }

  void open(int machine, int operation, int mode, int from, int to) {
    int load = count[machine]++;
    if (load == start[machine].length) {
      grow(machine);
    }
    start[machine][load] = from;
    end[machine][load] = to;
    ticks[machine][load] = shop.modeTicks[mode];
    family[machine][load] = shop.family[operation];
    filled[machine][load] = shop.size[operation];
  }

  private void grow(int machine) {
    int length = start[machine].length * 2;
    start[machine] = Arrays.copyOf(start[machine], length);
    end[machine] = Arrays.copyOf(end[machine], length);
    ticks[machine] = Arrays.copyOf(ticks[machine], length);
    family[machine] = Arrays.copyOf(family[machine], length);
    filled[machine] = Arrays.copyOf(filled[machine], length);
  }

  /** Takes an operation out of its load; loads are emptied in reverse order of their opening. */
  void leave(int machine, int operation, int tick, int size) {
    int load = at(machine, tick);
    filled[machine][load] -= size;
    if (filled[machine][load] == 0) {
      count[machine]--;
    }
    assert shop.size[operation] == size;
  }

  void copyFrom(Loads other) {
    System.arraycopy(other.count, 0, count, 0, count.length);
    for (int m = 0; m < count.length; m++) {
      if (shop.batchCapacity[m] > 0) {
        while (start[m].length < count[m]) {
          grow(m);
        }
        System.arraycopy(other.start[m], 0, start[m], 0, count[m]);
        System.arraycopy(other.end[m], 0, end[m], 0, count[m]);
        System.arraycopy(other.ticks[m], 0, ticks[m], 0, count[m]);
        System.arraycopy(other.family[m], 0, family[m], 0, count[m]);
        System.arraycopy(other.filled[m], 0, filled[m], 0, count[m]);
      }
    }
  }
}
