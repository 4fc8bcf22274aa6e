// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;

/** What placements have overwritten, so that they can be taken back. */
final class Journal {

  private static final int WIDTH = 4;

  private int[] entries = new int[WIDTH * 16];
  private int size;
  private boolean open;

  void open() {
    open = true;
    size = 0;
  }

  void close() {
    open = false;
    size = 0;
  }

  void note(int operation, int free, int family, int nextLock) {
    if (!open) {
      return;
    }
    int at = size * WIDTH;
    if (at == entries.length) {
      entries = Arrays.copyOf(entries, at * 2);
    }
    entries[at] = operation;
    entries[at + 1] = free;
    entries[at + 2] = family;
    entries[at + 3] = nextLock;
    size++;
  }

  int size() {
    return size;
  }

  int operation(int i) {
    return entries[i * WIDTH];
  }

  int free(int i) {
    return entries[i * WIDTH + 1];
  }

  int family(int i) {
    return entries[i * WIDTH + 2];
  }

  int nextLock(int i) {
    return entries[i * WIDTH + 3];
  }
}
