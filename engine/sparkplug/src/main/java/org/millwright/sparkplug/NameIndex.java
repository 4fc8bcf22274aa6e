// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Slots by device and name. Open addressing; the hash has a random start, so that no sender can
 * choose names that collide and slow down the thread it shares with others.
 */
final class NameIndex {

  private static final long FNV_PRIME = 0x100_0000_01B3L;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final long start = ThreadLocalRandom.current().nextLong();
  private int[] slots = new int[32];
  private int used;

  int find(MetricTable table, int device, byte[] bytes, int offset, int length) {
    int mask = slots.length - 1;
    int at = hash(device, bytes, offset, length) & mask;
    while (slots[at] != 0) {
      int slot = slots[at] - 1;
      byte[] name = table.nameBytes(slot);
      if (table.deviceIndex(slot) == device
          && Arrays.equals(name, 0, name.length, bytes, offset, offset + length)) {
        return slot;
      }
      at = (at + 1) & mask;
    }
    return MetricTable.UNKNOWN;
  }

  void add(MetricTable table, int slot) {
    if (2 * ++used > slots.length) {
      int[] old = slots;
      slots = new int[2 * old.length];
      for (int entry : old) {
        if (entry != 0) {
          place(table, entry);
        }
      }
    }
    place(table, slot + 1);
  }

  private void place(MetricTable table, int entry) {
    byte[] name = table.nameBytes(entry - 1);
    int mask = slots.length - 1;
    int at = hash(table.deviceIndex(entry - 1), name, 0, name.length) & mask;
    while (slots[at] != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = entry;
  }

  private int hash(int device, byte[] bytes, int offset, int length) {
    long hash = start ^ (device * MIX);
    for (int i = offset; i < offset + length; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    return (int) ((hash * MIX) >>> 32);
  }
}
