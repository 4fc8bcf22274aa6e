// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import org.millwright.scheduling.construct.LongHeap;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.WorkClock;

/**
 * The order of operations on each machine, and the earliest times that follow from it under
 * calendars, setups, releases, lags, lots and locks.
 *
 * <p>A change is followed through the successors in jobs and on machines only as far as times
 * change, in the order of their starts, so that it costs what it moves; it can be taken back.
 */
final class Sequences {

  /** Changes that move no more operations than this are always followed to the end. */
  private static final int FOLLOWED_ANYWAY = 64;

  final Shop shop;
  final int[] start;
  final int[] end;

  /** By operation: its mode, -1 for a locked one outside its modes. */
  final int[] mode;

  final int[] machine;

  /** By operation: its place in the sequence of its machine. */
  final int[] position;

  /** By operation: a start the search does not want to fall below; 0 for none. */
  final int[] floor;

  /** By operation: ticks of the setup before it. */
  final int[] setupTicks;

  private final int[] familyAfter;
  private final int[][] sequence;
  private final int[] length;
  private final LongHeap queue = new LongHeap();
  private final boolean[] queued;
  private final SequenceCost cost;
  private final SequenceTrail trail;
  private final boolean lots;

  Sequences(Shop shop, SequenceCost cost) {
    this.shop = shop;
    this.cost = cost;
    int n = shop.operations;
    start = new int[n];
    end = new int[n];
    mode = new int[n];
    machine = new int[n];
    position = new int[n];
    floor = new int[n];
    setupTicks = new int[n];
    familyAfter = new int[n];
    queued = new boolean[n];
    sequence = new int[shop.machines][];
    length = new int[shop.machines];
    trail = new SequenceTrail(n);
    lots = Arrays.stream(shop.lots).anyMatch(l -> l > 1);
  }

  /** Whether nothing but what this class knows matters in a problem. */
  static boolean suits(Shop shop) {
    return !shop.problem.sameSequence()
        && Arrays.stream(shop.batchCapacity).allMatch(capacity -> capacity == 0)
        && Arrays.stream(shop.modeResources).allMatch(held -> held.length == 0)
        && Arrays.stream(shop.materials).allMatch(used -> used.length == 0)
        && Arrays.stream(shop.maxLag).allMatch(lag -> lag == Link.UNLIMITED)
        && !anyBlocking(shop)
        && !lotsToLocked(shop);
  }

  private static boolean anyBlocking(Shop shop) {
    for (boolean blocking : shop.blocking) {
      if (blocking) {
        return true;
      }
    }
    return false;
  }

  private static boolean lotsToLocked(Shop shop) {
    for (int o = 0; o < shop.operations; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        if (shop.lots[link] > 1 && (shop.isLocked(o) || shop.isLocked(shop.pred[link]))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Takes over the sequences of a complete plan, with its starts as floors if they are to be kept.
   *
   * @return whether they could be followed
   */
  boolean load(Candidate plan, boolean keepStarts) {
    Arrays.fill(length, 0);
    long[] byStart = new long[shop.operations];
    for (int o = 0; o < shop.operations; o++) {
      byStart[o] = (long) plan.start()[o] << 32 | o;
      mode[o] = plan.mode()[o];
      machine[o] = shop.isLocked(o) ? shop.lockMachine[o] : shop.modeMachine[mode[o]];
      length[machine[o]]++;
      floor[o] = keepStarts ? plan.start()[o] : 0;
    }
    for (int m = 0; m < shop.machines; m++) {
      sequence[m] = new int[length[m] + 16];
      length[m] = 0;
    }
    Arrays.sort(byStart);
    boolean followed = true;
    for (long key : byStart) {
      int o = (int) key;
      position[o] = length[machine[o]];
      sequence[machine[o]][length[machine[o]]++] = o;
      followed &= time(o);
    }
    trail.clear();
    forgetQueue();
    cost.load(this);
    return followed;
  }

  int length(int ofMachine) {
    return length[ofMachine];
  }

  int at(int ofMachine, int place) {
    return sequence[ofMachine][place];
  }

  /** The operation before on the machine, -1 if none. */
  int before(int o) {
    return position[o] == 0 ? -1 : sequence[machine[o]][position[o] - 1];
  }

  /** The operation after on the machine, -1 if none. */
  int after(int o) {
    int next = position[o] + 1;
    return next == length[machine[o]] ? -1 : sequence[machine[o]][next];
  }

  /** The first place on a machine whose operation starts at or after a tick. */
  int placeAt(int ofMachine, int tick) {
    int low = 0;
    int high = length[ofMachine];
    int[] row = sequence[ofMachine];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start[row[middle]] >= tick) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** When the machine lets an operation start. */
  int machineReady(int o) {
    int before = before(o);
    int m = machine[o];
    int free = before < 0 ? shop.availableFrom[m] : end[before];
    return setupTicks[o] == 0 ? free : shop.clock[m].finish(free, setupTicks[o]);
  }

  /** When the operations before it in its job let an operation start in its mode. */
  int jobReady(int o) {
    int ready = 0;
    for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
      int before = shop.pred[link];
      int at = end[before] + shop.minLag[link];
      if (shop.lots[link] > 1) {
        at = readyByLots(o, before, link);
      }
      ready = Math.max(ready, at);
    }
    return ready;
  }

  private int readyByLots(int o, int before, int link) {
    int parts = shop.lots[link];
    int first = Link.lot(shop.modeTicks[mode[before]], parts);
    int lot = shop.clock[machine[before]].finish(start[before], first);
    WorkClock clock = shop.clock[machine[o]];
    int ticks = shop.modeTicks[mode[o]];
    int last = clock.finish(end[before] + shop.minLag[link], Link.lot(ticks, parts));
    return last >= WorkClock.NEVER
        ? WorkClock.NEVER
        : Math.max(lot + shop.minLag[link], clock.startToEndAt(last, ticks));
  }

  /** Whether an operation may stand between two others (-1 for none) without a circle. */
  boolean fits(int o, int before, int after) {
    if (after >= 0) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        if (start[shop.pred[link]] >= reach(after)) {
          return false;
        }
      }
    }
    if (before >= 0) {
      for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
        if (start[before] >= reach(shop.succ[s])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whatever follows from an operation starts here or later. */
  private int reach(int o) {
    return lots ? start[o] + 1 : end[o];
  }

  /**
   * Moves the operations at some places of a machine elsewhere in its sequence.
   *
   * @param to the place of the first of them among the others
   * @return whether every lock and the horizon are kept; if not, it must be taken back
   */
  boolean shift(int ofMachine, int from, int count, int to) {
    if (from == to) {
      return true;
    }
    trail.shifted(ofMachine, from, count, to);
    rotate(ofMachine, from, count, to);
    touch(ofMachine, to);
    touch(ofMachine, to + count);
    touch(ofMachine, from < to ? from : from + count);
    return settle();
  }

  private void rotate(int ofMachine, int from, int count, int to) {
    int[] row = sequence[ofMachine];
    int[] block = trail.buffer(count);
    System.arraycopy(row, from, block, 0, count);
    if (from < to) {
      System.arraycopy(row, from + count, row, from, to - from);
    } else {
      System.arraycopy(row, to, row, to + count, from - to);
    }
    System.arraycopy(block, 0, row, to, count);
    for (int i = Math.min(from, to); i < Math.max(from, to) + count; i++) {
      position[row[i]] = i;
    }
  }

  /** Gives an operation another mode, at a place of that mode's machine, which must be another. */
  boolean transfer(int o, int otherMode, int to) {
    int old = machine[o];
    int from = position[o];
    trail.transferred(o, mode[o], from);
    relocate(o, otherMode, to);
    touch(old, from);
    touch(machine[o], to);
    touch(machine[o], to + 1);
    return settle();
  }

  private void relocate(int o, int otherMode, int to) {
    int old = machine[o];
    int[] row = sequence[old];
    length[old]--;
    for (int i = position[o]; i < length[old]; i++) {
      row[i] = row[i + 1];
      position[row[i]] = i;
    }
    int m = shop.modeMachine[otherMode];
    if (length[m] == sequence[m].length) {
      sequence[m] = Arrays.copyOf(sequence[m], length[m] * 2);
    }
    row = sequence[m];
    System.arraycopy(row, to, row, to + 1, length[m] - to);
    row[to] = o;
    length[m]++;
    for (int i = to; i < length[m]; i++) {
      position[row[i]] = i;
    }
    mode[o] = otherMode;
    machine[o] = m;
    cost.touch(o);
  }

  /** Gives an operation another floor. */
  boolean delay(int o, int until) {
    trail.delayed(o, floor[o]);
    floor[o] = until;
    enqueue(o);
    return settle();
  }

  private void touch(int ofMachine, int place) {
    if (place < length[ofMachine]) {
      enqueue(sequence[ofMachine][place]);
    }
  }

  private void enqueue(int o) {
    if (!queued[o]) {
      queued[o] = true;
      queue.add((long) start[o] << 32 | o);
    }
  }

  private boolean settle() {
    while (!queue.isEmpty()) {
      int o = (int) queue.remove();
      queued[o] = false;
      if (!time(o) || (trail.times() > FOLLOWED_ANYWAY && cost.exceeds())) {
        forgetQueue();
        return false;
      }
    }
    return true;
  }

  private void forgetQueue() {
    while (!queue.isEmpty()) {
      queued[(int) queue.removeAny()] = false;
    }
  }

  /** Computes the times of an operation anew and wakes what depends on them. */
  private boolean time(int o) {
    int m = machine[o];
    int before = before(o);
    int family = before < 0 ? shop.initialFamily[m] : familyAfter[before];
    int free = before < 0 ? shop.availableFrom[m] : end[before];
    int setup = shop.setup(m, family, shop.family[o]);
    int ready = setup == 0 ? free : shop.clock[m].finish(free, setup);
    int begin;
    int done;
    if (shop.isLocked(o)) {
      begin = shop.lockStart[o];
      done = shop.lockEnd[o];
      if (before >= 0 && !shop.isLocked(before) && ready > begin) {
        return false;
      }
    } else {
      int ticks = shop.modeTicks[mode[o]];
      ready = Math.max(Math.max(ready, jobReady(o)), Math.max(shop.earliest[o], floor[o]));
      begin = shop.clock[m].begin(ready, ticks, shop.mayPause[o]);
      done = shop.clock[m].finish(begin, ticks);
      if (done > shop.latestEnd[o]) {
        return false;
      }
    }
    set(o, begin, done, setup, shop.family[o] < 0 ? family : shop.family[o]);
    return true;
  }

  private void set(int o, int begin, int done, int setup, int family) {
    boolean started = begin != start[o];
    boolean ended = done != end[o];
    boolean dressed = family != familyAfter[o];
    if (!started && !ended && !dressed && setup == setupTicks[o]) {
      return;
    }
    int oldEnd = end[o];
    trail.timed(o, start[o], oldEnd, setupTicks[o], familyAfter[o]);
    cost.setup(setup - setupTicks[o]);
    start[o] = begin;
    end[o] = done;
    setupTicks[o] = setup;
    familyAfter[o] = family;
    if (started || ended) {
      cost.touch(o);
    }
    if (ended && shop.succFrom[o] == shop.succFrom[o + 1]) {
      cost.ended(o, oldEnd, done);
    }
    if (ended || dressed) {
      touch(machine[o], position[o] + 1);
    }
    if (ended || (lots && started)) {
      for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
        enqueue(shop.succ[s]);
      }
    }
  }

  /** Keeps what has been changed. */
  void commit() {
    trail.clear();
    cost.commit();
  }

  /** Takes back what has been changed since the last {@link #commit}. */
  void rollback() {
    for (int i = trail.times() - 1; i >= 0; i--) {
      int o = trail.operation(i);
      start[o] = trail.start(i);
      end[o] = trail.end(i);
      setupTicks[o] = trail.setup(i);
      familyAfter[o] = trail.family(i);
    }
    for (int i = trail.changes() - 1; i >= 0; i--) {
      switch (trail.kind(i)) {
        case SequenceTrail.SHIFT -> rotate(trail.a(i), trail.d(i), trail.c(i), trail.b(i));
        case SequenceTrail.TRANSFER -> relocate(trail.a(i), trail.b(i), trail.c(i));
        default -> floor[trail.a(i)] = trail.b(i);
      }
    }
    trail.clear();
    cost.rollback();
  }
}
