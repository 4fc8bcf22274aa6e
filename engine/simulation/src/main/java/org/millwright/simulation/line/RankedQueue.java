// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;

/** Ints in the order of a rank, the first come first among equals: a binary heap. */
final class RankedQueue {

  private long[] keys = new long[8];
  private int[] values = new int[8];
  private int size;
  private long sequence;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int first() {
    return values[0];
  }

  /** Adds a value behind all others of its rank. */
  void add(int value, int rank) {
    if (size == values.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    long key = ((long) rank << 40) + sequence++;
    int hole = size++;
    while (hole > 0 && key < keys[(hole - 1) >> 1]) {
      int parent = (hole - 1) >> 1;
      put(hole, keys[parent], values[parent]);
      hole = parent;
    }
    put(hole, key, value);
  }

  int removeFirst() {
    int value = values[0];
    removeAt(0);
    return value;
  }

  /** Removes a value wherever it stands; false when it is not there. */
  boolean remove(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        removeAt(i);
        return true;
      }
    }
    return false;
  }

  private void removeAt(int index) {
    size--;
    if (index == size) {
      return;
    }
    long key = keys[size];
    int value = values[size];
    int hole = index;
    while (hole > 0 && key < keys[(hole - 1) >> 1]) {
      int parent = (hole - 1) >> 1;
      put(hole, keys[parent], values[parent]);
      hole = parent;
    }
    for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      int least = child + 1 < size && keys[child + 1] < keys[child] ? child + 1 : child;
      if (key < keys[least]) {
        break;
      }
      put(hole, keys[least], values[least]);
      hole = least;
    }
    put(hole, key, value);
  }

  private void put(int index, long key, int value) {
    keys[index] = key;
    values[index] = value;
  }

  void exchange(Archive archive) {
    keys = archive.exchange(keys);
    values = archive.exchange(values);
    size = archive.exchange(size);
    sequence = archive.exchange(sequence);
  }
}
