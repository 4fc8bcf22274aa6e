// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;

/** A double-ended queue of ints that grows but never shrinks. */
final class IntRing {

  private int[] ring = new int[8];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void addLast(int value) {
    makeRoom();
    ring[(head + size++) & (ring.length - 1)] = value;
  }

  void addFirst(int value) {
    makeRoom();
    head = (head - 1) & (ring.length - 1);
    ring[head] = value;
    size++;
  }

  int first() {
    return ring[head];
  }

  int get(int index) {
    return ring[(head + index) & (ring.length - 1)];
  }

  int removeFirst() {
    int value = ring[head];
    head = (head + 1) & (ring.length - 1);
    size--;
    return value;
  }

  boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (get(i) == value) {
        return true;
      }
    }
    return false;
  }

  private void makeRoom() {
    if (size < ring.length) {
      return;
    }
    int[] larger = Arrays.copyOf(ring, ring.length * 2);
    System.arraycopy(ring, head, larger, 0, ring.length - head);
    System.arraycopy(ring, 0, larger, ring.length - head, head);
    ring = larger;
    head = 0;
  }

  void exchange(Archive archive) {
    ring = archive.exchange(ring);
    head = archive.exchange(head);
    size = archive.exchange(size);
  }
}
