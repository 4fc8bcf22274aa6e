// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Slots by alias. Small aliases, which nearly all senders use, index an array; others go through
 * open addressing. An entry whose slot is no longer declared is free for another.
 */
final class AliasIndex {

  private static final int DIRECT = 1 << 16;
  private static final int AMBIGUOUS = -1;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final long salt = ThreadLocalRandom.current().nextLong();
  private int[] direct = {};
  private long[] keys = {};
  private int[] entries = {};
  private int used;

  void clear() {
    Arrays.fill(direct, 0);
    Arrays.fill(entries, 0);
    used = 0;
  }

  /** The slot, or a negative number when there is none. */
  int get(long alias) {
    if (alias >= 0 && alias < DIRECT) {
      return alias < direct.length ? slotOf(direct[(int) alias]) : MetricTable.UNKNOWN;
    }
    return keys.length == 0 ? MetricTable.UNKNOWN : slotOf(entries[place(alias)]);
  }

  private static int slotOf(int entry) {
    return entry > 0 ? entry - 1 : MetricTable.UNKNOWN;
  }

  boolean put(MetricTable table, long alias, int slot) {
    if (alias >= 0 && alias < DIRECT) {
      if (alias >= direct.length) {
        direct = Arrays.copyOf(direct, Math.max(2 * direct.length, (int) alias + 16));
      }
      int entry = merge(table, direct[(int) alias], slot);
      direct[(int) alias] = entry;
      return entry != AMBIGUOUS;
    }
    if (2 * (used + 1) > keys.length) {
      rebuild(table);
    }
    int at = place(alias);
    if (entries[at] == 0) {
      used++;
    }
    keys[at] = alias;
    entries[at] = merge(table, entries[at], slot);
    return entries[at] != AMBIGUOUS;
  }

  private static int merge(MetricTable table, int entry, int slot) {
    boolean free = entry == 0 || entry == slot + 1;
    if (!free && entry != AMBIGUOUS) {
      free = !table.isDeclared(entry - 1);
    }
    return free ? slot + 1 : AMBIGUOUS;
  }

  private int place(long alias) {
    int mask = keys.length - 1;
    int at = (int) (((alias ^ salt) * MIX) >>> 32) & mask;
    while (entries[at] != 0 && keys[at] != alias) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rebuild(MetricTable table) {
    long[] oldKeys = keys;
    int[] oldEntries = entries;
    int live = 0;
    for (int entry : oldEntries) {
      live += isLive(table, entry) ? 1 : 0;
    }
    int capacity = Math.max(32, Integer.highestOneBit(live + 1) * 8);
    keys = new long[capacity];
    entries = new int[capacity];
    used = live;
    for (int i = 0; i < oldEntries.length; i++) {
      if (isLive(table, oldEntries[i])) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        entries[at] = oldEntries[i];
      }
    }
  }

  private static boolean isLive(MetricTable table, int entry) {
    return entry == AMBIGUOUS || (entry > 0 && table.isDeclared(entry - 1));
  }
}
