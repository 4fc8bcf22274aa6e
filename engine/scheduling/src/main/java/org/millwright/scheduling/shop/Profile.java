// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;

/**
 * How much of a resource is held over time: a step function that grows as operations are placed.
 */
final class Profile {

  private final int capacity;
  private int[] time = new int[16];
  private int[] held = new int[16];
  private int count;

  Profile(int capacity) {
    this.capacity = capacity;
    clear();
  }

  void clear() {
    count = 1;
    time[0] = 0;
    held[0] = 0;
  }

  /** The first start from {@code start} on at which the units are free for the whole stretch. */
  int fit(int start, int length, int units) {
    if (units > capacity) {
      return WorkClock.NEVER;
    }
    int from = start;
    for (int i = at(start); i < count && time[i] < from + length; i++) {
      if (held[i] + units > capacity) {
        from = i + 1 < count ? time[i + 1] : WorkClock.NEVER;
      }
    }
    return from;
  }

  /** Holds units, or gives them back if negative. */
  void hold(int from, int to, int units) {
    int first = split(from);
    int last = split(to);
    for (int i = first; i < last; i++) {
      held[i] += units;
    }
  }

  private int split(int tick) {
    int i = at(tick);
    if (time[i] == tick) {
      return i;
    }
    if (count == time.length) {
      time = Arrays.copyOf(time, count * 2);
      held = Arrays.copyOf(held, count * 2);
    }
    System.arraycopy(time, i + 1, time, i + 2, count - i - 1);
    System.arraycopy(held, i + 1, held, i + 2, count - i - 1);
    time[i + 1] = tick;
    held[i + 1] = held[i];
    count++;
    return i + 1;
  }

  /** The last step that begins at or before a tick. */
  private int at(int tick) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (time[middle] <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  void copyFrom(Profile other) {
    if (time.length < other.count) {
      time = new int[other.time.length];
      held = new int[other.time.length];
    }
    count = other.count;
    System.arraycopy(other.time, 0, time, 0, count);
    System.arraycopy(other.held, 0, held, 0, count);
  }
}
