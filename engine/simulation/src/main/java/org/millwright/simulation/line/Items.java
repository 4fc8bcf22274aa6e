// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;

/**
 * All items on the line, as columns. An item is a row number; rows of items that are gone are used
 * again, so that nothing is allocated once the arrays have grown.
 */
final class Items {

  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 256;

  long[] serial = new long[FIRST_CAPACITY];
  long[] born = new long[FIRST_CAPACITY];
  long[] entered = new long[FIRST_CAPACITY];
  long[] work = new long[FIRST_CAPACITY];
  long[] cards = new long[FIRST_CAPACITY];
  int[] product = new int[FIRST_CAPACITY];
  int[] rejections = new int[FIRST_CAPACITY];
  int[] way = new int[FIRST_CAPACITY];
  int[] firstChild = new int[FIRST_CAPACITY];
  int[] nextSibling = new int[FIRST_CAPACITY];
  boolean[] defective = new boolean[FIRST_CAPACITY];

  private int[] free = new int[FIRST_CAPACITY];
  private int freeCount;
  private long lastSerial;
  private int live;

  Items() {
    addFree(0);
  }

  /** A new item of a product, born at a time. */
  int create(int ofProduct, long at) {
    if (freeCount == 0) {
      grow();
    }
    int item = free[--freeCount];
    serial[item] = ++lastSerial;
    born[item] = at;
    entered[item] = at;
    work[item] = 0;
    cards[item] = 0;
    product[item] = ofProduct;
    rejections[item] = 0;
    way[item] = NONE;
    firstChild[item] = NONE;
    nextSibling[item] = NONE;
    defective[item] = false;
    live++;
    return item;
  }

  /** Gives the row of an item back. */
  void remove(int item) {
    free[freeCount++] = item;
    live--;
  }

  /** Rows in use, batches included. */
  int live() {
    return live;
  }

  /** Puts an item into a batch, behind those already there. */
  void addChild(int batch, int item) {
    nextSibling[item] = NONE;
    if (firstChild[batch] == NONE) {
      firstChild[batch] = item;
      return;
    }
    int last = firstChild[batch];
    while (nextSibling[last] != NONE) {
      last = nextSibling[last];
    }
    nextSibling[last] = item;
  }

  boolean isBatch(int item) {
    return firstChild[item] != NONE;
  }

  private void grow() {
    int old = serial.length;
    int capacity = old * 2;
    serial = Arrays.copyOf(serial, capacity);
    born = Arrays.copyOf(born, capacity);
    entered = Arrays.copyOf(entered, capacity);
    work = Arrays.copyOf(work, capacity);
    cards = Arrays.copyOf(cards, capacity);
    product = Arrays.copyOf(product, capacity);
    rejections = Arrays.copyOf(rejections, capacity);
    way = Arrays.copyOf(way, capacity);
    firstChild = Arrays.copyOf(firstChild, capacity);
    nextSibling = Arrays.copyOf(nextSibling, capacity);
    defective = Arrays.copyOf(defective, capacity);
    free = Arrays.copyOf(free, capacity);
    addFree(old);
  }

  private void addFree(int from) {
    for (int item = serial.length - 1; item >= from; item--) {
      free[freeCount++] = item;
    }
  }

  void exchange(Archive archive) {
    serial = archive.exchange(serial);
    born = archive.exchange(born);
    entered = archive.exchange(entered);
    work = archive.exchange(work);
    cards = archive.exchange(cards);
    product = archive.exchange(product);
    rejections = archive.exchange(rejections);
    way = archive.exchange(way);
    firstChild = archive.exchange(firstChild);
    nextSibling = archive.exchange(nextSibling);
    defective = archive.exchange(defective);
    free = archive.exchange(free);
    freeCount = archive.exchange(freeCount);
    lastSerial = archive.exchange(lastSerial);
    live = archive.exchange(live);
  }
}
