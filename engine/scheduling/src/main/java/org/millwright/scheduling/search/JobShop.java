// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

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

  private final int[] topological;
  private final int[] waiting;
  private int makespan;

  JobShop(Shop shop) {
    this.shop = shop;
    count = shop.operations;
    before = new int[count];
    after = new int[count];
    java.util.Arrays.fill(before, -1);
    java.util.Arrays.fill(after, -1);
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
    topological = new int[count];
    waiting = new int[count];
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
    java.util.Arrays.fill(length, 0);
    Integer[] order = new Integer[count];
    java.util.Arrays.setAll(order, o -> o);
    java.util.Arrays.sort(
        order,
        (a, b) -> {
          int byKey = Double.compare(key[a], key[b]);
          return byKey != 0 ? byKey : Integer.compare(a, b);
        });
    for (int o : order) {
      assign(o, modes[o]);
      append(o);
    }
    measure();
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
    measure();
  }

  private void assign(int operation, int to) {
    mode[operation] = to;
    machine[operation] = shop.modeMachine[to];
    ticks[operation] = shop.modeTicks[to];
  }

  private void append(int operation) {
    int m = machine[operation];
    if (length[m] == sequence[m].length) {
      sequence[m] = java.util.Arrays.copyOf(sequence[m], length[m] * 2);
    }
    place[operation] = length[m];
    sequence[m][length[m]++] = operation;
  }

  /** The sequences as arrays of their own. */
  int[][] sequences() {
    int[][] copy = new int[sequence.length][];
    for (int m = 0; m < copy.length; m++) {
      copy[m] = java.util.Arrays.copyOf(sequence[m], length[m]);
    }
    return copy;
  }

  int makespan() {
    return makespan;
  }

  /** The operation before one on its machine, -1 if none. */
  int machineBefore(int operation) {
    int at = place[operation];
    return at == 0 ? -1 : sequence[machine[operation]][at - 1];
  }

  /** The operation after one on its machine, -1 if none. */
  int machineAfter(int operation) {
    int m = machine[operation];
    int at = place[operation] + 1;
    return at == length[m] ? -1 : sequence[m][at];
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

  /** Moves an operation to a place in the sequence of a mode's machine, counted without itself. */
  void move(int operation, int to, int at) {
    int from = machine[operation];
    int[] old = sequence[from];
    int gap = place[operation];
    System.arraycopy(old, gap + 1, old, gap, length[from] - gap - 1);
    length[from]--;
    for (int i = gap; i < length[from]; i++) {
      place[old[i]] = i;
    }
    assign(operation, to);
    append(operation);
    int[] now = sequence[machine[operation]];
    int last = length[machine[operation]] - 1;
    System.arraycopy(now, at, now, at + 1, last - at);
    now[at] = operation;
    for (int i = at; i <= last; i++) {
      place[now[i]] = i;
    }
  }

  /**
   * Computes heads and tails anew.
   *
   * @return false if the sequences contradict the jobs; heads and tails are then useless
   */
  boolean measure() {
    int done = 0;
    for (int o = 0; o < count; o++) {
      waiting[o] = (before[o] < 0 ? 0 : 1) + (place[o] == 0 ? 0 : 1);
      if (waiting[o] == 0) {
        topological[done++] = o;
      }
    }
    int longest = 0;
    for (int i = 0; i < done; i++) {
      int o = topological[i];
      int start = Math.max(shop.earliest[o], headEnd(before[o]));
      start = Math.max(start, headEnd(machineBefore(o)));
      head[o] = start;
      longest = Math.max(longest, start + ticks[o]);
      int next = after[o];
      if (next >= 0 && --waiting[next] == 0) {
        topological[done++] = next;
      }
      next = machineAfter(o);
      if (next >= 0 && --waiting[next] == 0) {
        topological[done++] = next;
      }
    }
    makespan = longest;
    for (int i = done - 1; i >= 0; i--) {
      int o = topological[i];
      tail[o] = Math.max(tailStart(after[o]), tailStart(machineAfter(o)));
    }
    return done == count;
  }
}
