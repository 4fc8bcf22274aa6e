// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

import java.util.Arrays;

/**
 * Pending events in the order of time, then priority, then sequence of scheduling.
 *
 * <p>A four-way heap on primitive arrays: the keys lie beside each other, so that the four children
 * of a node share a cache line or two, and nothing is allocated once the arrays have grown to the
 * number of pending events. An event is known by a handle that stays valid until it fires or is
 * cancelled; a stale handle is recognised by its generation.
 *
 * <p>Background events (a failure that may come, the end of a shift) never move an item by
 * themselves. Counting the others tells when a model has come to rest.
 */
public final class EventQueue {

  /** The handle of no event. */
  public static final long NONE = -1;

  private static final int PRIORITY_SHIFT = 55;
  private static final int FREE = -1;

  private long[] heapTime;
  private long[] heapOrder;
  private int[] heapSlot;
  private int size;

  private int[] position;
  private int[] generation;
  private int[] target;
  private int[] kind;
  private int[] argument;
  private boolean[] background;
  private int[] freeSlots;
  private int freeCount;

  private long sequence;
  private int foreground;
  private long firedTime;
  private int firedSlot;

  public EventQueue() {
    this(64);
  }

  /** A queue that holds the given number of events before its arrays grow. */
  public EventQueue(int capacity) {
    heapTime = new long[capacity];
    heapOrder = new long[capacity];
    heapSlot = new int[capacity];
    position = new int[capacity];
    generation = new int[capacity];
    target = new int[capacity];
    kind = new int[capacity];
    argument = new int[capacity];
    background = new boolean[capacity];
    freeSlots = new int[capacity];
    addFreeSlots(0);
  }

  /**
   * Adds an event.
   *
   * @param time when it is due, in ticks
   * @param priority -128 to 127; of two events due together the smaller number goes first
   * @param handler the index of the handler it is addressed to
   * @return the handle to cancel it with
   */
  public long schedule(long time, int priority, int handler, int eventKind, int eventArgument) {
    foreground++;
    return add(time, priority, handler, eventKind, eventArgument, false);
  }

  /** Adds an event that cannot by itself move an item; otherwise as {@link #schedule}. */
  public long scheduleBackground(
      long time, int priority, int handler, int eventKind, int eventArgument) {
    return add(time, priority, handler, eventKind, eventArgument, true);
  }

  private long add(
      long time,
      int priority,
      int handler,
      int eventKind,
      int eventArgument,
      boolean isBackground) {
    if (freeCount == 0) {
      grow();
    }
    int slot = freeSlots[--freeCount];
    target[slot] = handler;
    kind[slot] = eventKind;
    argument[slot] = eventArgument;
    background[slot] = isBackground;
    siftUp(size++, time, ((long) priority << PRIORITY_SHIFT) + sequence++, slot);
    return ((long) generation[slot] << 32) | slot;
  }

  /** Removes an event; false when it has fired or was cancelled before. */
  public boolean cancel(long handle) {
    if (!isPending(handle)) {
      return false;
    }
    int slot = (int) handle;
    int at = position[slot];
    release(slot);
    removeAt(at);
    return true;
  }

  /** Whether the event of a handle is still to come. */
  public boolean isPending(long handle) {
    return handle != NONE
        && generation[(int) handle] == (int) (handle >>> 32)
        && position[(int) handle] != FREE;
  }

  /**
   * Takes the next event off the queue unless it lies after a time.
   *
   * @return false when no event is due up to and including that time
   */
  public boolean advance(long until) {
    if (size == 0 || heapTime[0] > until) {
      return false;
    }
    firedTime = heapTime[0];
    firedSlot = heapSlot[0];
    release(firedSlot);
    removeAt(0);
    return true;
  }

  /** When the event taken last was due, in ticks. */
  public long time() {
    return firedTime;
  }

  /** The handler the event taken last was addressed to. */
  public int target() {
    return target[firedSlot];
  }

  /** The kind of the event taken last. */
  public int kind() {
    return kind[firedSlot];
  }

  /** The argument of the event taken last. */
  public int argument() {
    return argument[firedSlot];
  }

  /** The number of pending events. */
  public int size() {
    return size;
  }

  /** The number of pending events that are not background events. */
  public int foreground() {
    return foreground;
  }

  private void release(int slot) {
    position[slot] = FREE;
    generation[slot] = (generation[slot] + 1) & 0x3fff_ffff;
    freeSlots[freeCount++] = slot;
    if (!background[slot]) {
      foreground--;
    }
  }

  private void removeAt(int hole) {
    int last = --size;
    if (hole == last) {
      return;
    }
    long time = heapTime[last];
    long order = heapOrder[last];
    int slot = heapSlot[last];
    if (hole > 0 && before(time, order, (hole - 1) >> 2)) {
      siftUp(hole, time, order, slot);
    } else {
      siftDown(hole, time, order, slot);
    }
  }

  private boolean before(long time, long order, int index) {
    long other = heapTime[index];
    return time < other || (time == other && order < heapOrder[index]);
  }

  private void siftUp(int start, long time, long order, int slot) {
    int hole = start;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (!before(time, order, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, time, order, slot);
  }

  private void siftDown(int start, long time, long order, int slot) {
    int hole = start;
    for (int first = (hole << 2) + 1; first < size; first = (hole << 2) + 1) {
      int least = leastChild(first);
      if (before(time, order, least)) {
        break;
      }
      move(least, hole);
      hole = least;
    }
    put(hole, time, order, slot);
  }

  private int leastChild(int first) {
    int end = Math.min(first + 4, size);
    int least = first;
    for (int child = first + 1; child < end; child++) {
      if (before(heapTime[child], heapOrder[child], least)) {
        least = child;
      }
    }
    return least;
  }

  private void move(int from, int to) {
    put(to, heapTime[from], heapOrder[from], heapSlot[from]);
  }

  private void put(int index, long time, long order, int slot) {
    heapTime[index] = time;
    heapOrder[index] = order;
    heapSlot[index] = slot;
    position[slot] = index;
  }

  private void grow() {
    int old = position.length;
    int capacity = old * 2;
    heapTime = Arrays.copyOf(heapTime, capacity);
    heapOrder = Arrays.copyOf(heapOrder, capacity);
    heapSlot = Arrays.copyOf(heapSlot, capacity);
    position = Arrays.copyOf(position, capacity);
    generation = Arrays.copyOf(generation, capacity);
    target = Arrays.copyOf(target, capacity);
    kind = Arrays.copyOf(kind, capacity);
    argument = Arrays.copyOf(argument, capacity);
    background = Arrays.copyOf(background, capacity);
    freeSlots = Arrays.copyOf(freeSlots, capacity);
    addFreeSlots(old);
  }

  private void addFreeSlots(int from) {
    for (int slot = position.length - 1; slot >= from; slot--) {
      position[slot] = FREE;
      freeSlots[freeCount++] = slot;
    }
  }

  /** Writes the pending events to an archive or takes them from it. */
  public void exchange(Archive archive) {
    heapTime = archive.exchange(heapTime);
    heapOrder = archive.exchange(heapOrder);
    heapSlot = archive.exchange(heapSlot);
    size = archive.exchange(size);
    position = archive.exchange(position);
    generation = archive.exchange(generation);
    target = archive.exchange(target);
    kind = archive.exchange(kind);
    argument = archive.exchange(argument);
    background = archive.exchange(background);
    freeSlots = archive.exchange(freeSlots);
    freeCount = archive.exchange(freeCount);
    sequence = archive.exchange(sequence);
    foreground = archive.exchange(foreground);
    firedTime = archive.exchange(firedTime);
    firedSlot = archive.exchange(firedSlot);
  }
}
