// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.shop.Shop;

/**
 * The disjunctive graph of a job shop with alternative machines: a sequence for every machine, and
 * from it the head and tail of every operation.
 *
 * <p>The head of an operation is its earliest start, the tail the longest way from its end to the
 * end of the plan; it is critical where head, duration and tail add up to the makespan.
 */
final class JobShop {

  final Shop shop;
  final int count;

  /** By operation: the one before and after it in its job, -1 if none. */
  final int[] before;

  final int[] after;

  final int[] mode;
  final int[] machine;
  final int[] ticks;
  final int[] head;
  final int[] tail;

  /** By machine: its operations in order, and how many there are. */
  final int[][] sequence;

  final int[] length;

  /** By operation: its place on its machine. */
  final int[] place;

  /** By operation: its neighbours on its machine, -1 if none. */
  private final int[] previous;

  private final int[] next;

  private final JobShopUpdate update;
  private int makespan;

  JobShop(Shop shop) {
    this.shop = shop;
    count = shop.operations;
    before = new int[count];
    after = new int[count];
    Arrays.fill(before, -1);
    Arrays.fill(after, -1);
    for (int o = 0; o < count; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        before[o] = shop.pred[link];
        after[shop.pred[link]] = o;
      }
    }
    mode = new int[count];
    machine = new int[count];
    ticks = new int[count];
    head = new int[count];
    tail = new int[count];
    sequence = new int[shop.machines][8];
    length = new int[shop.machines];
    place = new int[count];
    previous = new int[count];
    next = new int[count];
    update = new JobShopUpdate(this);
  }

  /** Whether makespan is all that counts and nothing but order and alternatives constrains it. */
  static boolean suits(Shop shop) {
    boolean plain =
        shop.problem.objective().isOnly(Criterion.MAKESPAN)
            && shop.problem.materials().isEmpty()
            && shop.trains.length == 0;
    for (int m = 0; m < shop.machines; m++) {
      plain &=
          shop.clock[m].isAlways()
              && shop.availableFrom[m] == 0
              && shop.batchCapacity[m] == 0
              && !shop.hasSetups(m);
    }
    for (int o = 0; o < shop.operations && plain; o++) {
      plain =
          !shop.isLocked(o)
              && shop.predFrom[o + 1] - shop.predFrom[o] <= 1
              && shop.succFrom[o + 1] - shop.succFrom[o] <= 1;
      for (int mode = shop.modeFrom[o]; mode < shop.modeFrom[o + 1]; mode++) {
        plain &= shop.modeResources[mode].length == 0;
      }
    }
    for (int link = 0; link < shop.pred.length; link++) {
      plain &= shop.minLag[link] == 0 && shop.lots[link] == 1;
    }
    return plain;
  }

  /** Takes modes as given and puts every machine's operations in the order of a key. */
  void load(int[] modes, double[] key) {
    Arrays.fill(length, 0);
    Integer[] order = new Integer[count];
    Arrays.setAll(order, o -> o);
    Arrays.sort(
        order,
        (a, b) -> {
          int byKey = Double.compare(key[a], key[b]);
          return byKey != 0 ? byKey : Integer.compare(a, b);
        });
    for (int o : order) {
      assign(o, modes[o]);
      append(o);
    }
    update.all();
    makespan = update.makespan();
  }

  /** Takes modes and sequences as {@link #sequences} gave them. */
  void load(int[] modes, int[][] sequences) {
    for (int m = 0; m < sequences.length; m++) {
      length[m] = 0;
      for (int o : sequences[m]) {
        assign(o, modes[o]);
        append(o);
      }
    }
    update.all();
    makespan = update.makespan();
  }

  private void assign(int operation, int to) {
    mode[operation] = to;
    machine[operation] = shop.modeMachine[to];
    ticks[operation] = shop.modeTicks[to];
  }

  private void append(int operation) {
    int m = machine[operation];
    if (length[m] == sequence[m].length) {
      sequence[m] = Arrays.copyOf(sequence[m], length[m] * 2);
    }
    int last = length[m] == 0 ? -1 : sequence[m][length[m] - 1];
    join(last, operation);
    next[operation] = -1;
    place[operation] = length[m];
    sequence[m][length[m]++] = operation;
  }

  /** The sequences as arrays of their own. */
  int[][] sequences() {
    int[][] copy = new int[sequence.length][];
    for (int m = 0; m < copy.length; m++) {
      copy[m] = Arrays.copyOf(sequence[m], length[m]);
    }
    return copy;
  }

  int makespan() {
    return makespan;
  }

  /** The operation before one on its machine, -1 if none. */
  int machineBefore(int operation) {
    return previous[operation];
  }

  /** The operation after one on its machine, -1 if none. */
  int machineAfter(int operation) {
    return next[operation];
  }

  /** Earliest end, 0 for no operation. */
  int headEnd(int operation) {
    return operation < 0 ? 0 : head[operation] + ticks[operation];
  }

  /** Longest way from its start, 0 for no operation. */
  int tailStart(int operation) {
    return operation < 0 ? 0 : tail[operation] + ticks[operation];
  }

  boolean isCritical(int operation) {
    return head[operation] + ticks[operation] + tail[operation] == makespan;
  }

  /**
   * Moves an operation to a place in the sequence of a mode's machine, counted without itself, and
   * brings heads and tails up to date.
   *
   * @return false if that contradicts the jobs; nothing has changed then
   */
  boolean move(int operation, int to, int at) {
    int left = machineBefore(operation);
    int right = machineAfter(operation);
    int fromMode = mode[operation];
    int fromPlace = place[operation];
    shift(operation, to, at);
    if (!update.mend(operation)) {
      shift(operation, fromMode, fromPlace);
      return false;
    }
    update.heads(operation, right);
    update.tails(operation, left);
    makespan = update.makespan();
    return true;
  }

  /** One of the operations that end last. */
  int lastEnd(SplittableRandom random) {
    return update.lastEnd(random);
  }

  private void shift(int operation, int to, int at) {
    join(previous[operation], next[operation]);
    int old = machine[operation];
    int gap = place[operation];
    int m = shop.modeMachine[to];
    assign(operation, to);
    if (m != old) {
      remove(old, gap);
      insert(operation, m, at);
    } else {
      turn(sequence[m], operation, gap, at);
    }
    join(at == 0 ? -1 : sequence[m][at - 1], operation);
    join(operation, at + 1 == length[m] ? -1 : sequence[m][at + 1]);
  }

  /** Makes two operations neighbours; -1 for either end of a machine's sequence. */
  private void join(int left, int right) {
    if (left >= 0) {
      next[left] = right;
    }
    if (right >= 0) {
      previous[right] = left;
    }
  }

  private void remove(int m, int at) {
    int[] line = sequence[m];
    length[m]--;
    for (int i = at; i < length[m]; i++) {
      line[i] = line[i + 1];
      place[line[i]] = i;
    }
  }

  private void insert(int operation, int m, int at) {
    if (length[m] == sequence[m].length) {
      sequence[m] = Arrays.copyOf(sequence[m], length[m] * 2);
    }
    int[] line = sequence[m];
    for (int i = length[m]; i > at; i--) {
      line[i] = line[i - 1];
      place[line[i]] = i;
    }
    length[m]++;
    line[at] = operation;
    place[operation] = at;
  }

  private void turn(int[] line, int operation, int from, int to) {
    for (int i = from; i < to; i++) {
      line[i] = line[i + 1];
      place[line[i]] = i;
    }
    for (int i = from; i > to; i--) {
      line[i] = line[i - 1];
      place[line[i]] = i;
    }
    line[to] = operation;
    place[operation] = to;
  }
}
