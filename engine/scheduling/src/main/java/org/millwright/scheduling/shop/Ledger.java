// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;
import org.millwright.scheduling.problem.Material;

/** What is left of a material over time, given what has been consumed so far. */
final class Ledger {

  private int[] time;
  private long[] left;
  private int count;

  Ledger(Material material) {
    time = new int[material.receipts().size() + 8];
    left = new long[time.length];
    left[0] = material.stock();
    count = 1;
    for (Material.Receipt receipt : material.receipts()) {
      consume(receipt.at(), -receipt.quantity());
    }
  }

  /** The first tick from {@code start} on from which on this much is always left. */
  int fit(int start, long quantity) {
    int last = count - 1;
    while (last >= 0 && left[last] >= quantity) {
      last--;
    }
    if (last < 0) {
      return start;
    }
    return last == count - 1 ? WorkClock.NEVER : Math.max(start, time[last + 1]);
  }

  /** Takes a quantity at a tick, or gives it back if negative. */
  void consume(int at, long quantity) {
    int i = count;
    while (i > 0 && time[i - 1] > at) {
      i--;
    }
    if (time[i - 1] < at) {
      if (count == time.length) {
        time = Arrays.copyOf(time, count * 2);
        left = Arrays.copyOf(left, count * 2);
      }
      System.arraycopy(time, i, time, i + 1, count - i);
      System.arraycopy(left, i, left, i + 1, count - i);
      time[i] = at;
      left[i] = left[i - 1];
      count++;
    } else {
      i--;
    }
    for (int k = i; k < count; k++) {
      left[k] -= quantity;
    }
  }

  void copyFrom(Ledger other) {
    if (time.length < other.count) {
      time = new int[other.time.length];
      left = new long[other.time.length];
    }
    count = other.count;
    System.arraycopy(other.time, 0, time, 0, count);
    System.arraycopy(other.left, 0, left, 0, count);
  }
}
