// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Keeps heads and tails of a job shop plan up to date when one operation moves: a topological order
 * is mended where the move contradicts it (Pearce and Kelly 2006), then only those operations are
 * computed anew whose neighbours have changed, in that order.
 */
final class JobShopUpdate {

  private static final int WORD = 6;

  private final JobShop graph;
  private final int count;

  /** A topological order of the operations, and the position of each in it. */
  private final int[] order;

  private final int[] position;
  private final int[] waiting;
  private final int[] shifted;
  private final int[] mark;
  private final long[] pending;

  /** The last operations of the jobs. */
  private final int[] ends;

  private int stamp;

  JobShopUpdate(JobShop graph) {
    this.graph = graph;
    count = graph.count;
    order = new int[count];
    position = new int[count];
    waiting = new int[count];
    shifted = new int[count];
    mark = new int[count];
    pending = new long[(count >> WORD) + 1];
    ends = IntStream.range(0, count).filter(o -> graph.after[o] < 0).toArray();
  }

  /** Computes everything; the sequences must not contradict the jobs. */
  void all() {
    int done = 0;
    for (int o = 0; o < count; o++) {
      waiting[o] = (graph.before[o] < 0 ? 0 : 1) + (graph.place[o] == 0 ? 0 : 1);
      if (waiting[o] == 0) {
        order[done++] = o;
      }
    }
    for (int i = 0; i < done; i++) {
      int o = order[i];
      position[o] = i;
      graph.head[o] = head(o);
      int next = graph.after[o];
      if (next >= 0 && --waiting[next] == 0) {
        order[done++] = next;
      }
      next = graph.machineAfter(o);
      if (next >= 0 && --waiting[next] == 0) {
        order[done++] = next;
      }
    }
    if (done < count) {
      throw new IllegalStateException("machine sequences contradict the jobs");
    }
    for (int i = count - 1; i >= 0; i--) {
      graph.tail[order[i]] = tail(order[i]);
    }
  }

  /**
   * Mends the order after an operation has got new neighbours on its machine.
   *
   * @return false if that closes a circle; the order is then as it was
   */
  boolean mend(int operation) {
    int left = graph.machineBefore(operation);
    int right = graph.machineAfter(operation);
    if (left >= 0 && position[left] > position[operation]) {
      return pushBehind(operation, left);
    }
    return right < 0 || position[right] > position[operation] || pullBefore(operation, right);
  }

  /** Moves an operation, and what follows it of those before {@code other}, behind that. */
  private boolean pushBehind(int operation, int other) {
    int from = position[operation];
    int to = position[other];
    mark[operation] = ++stamp;
    for (int i = from + 1; i <= to; i++) {
      int o = order[i];
      if (isMarked(graph.before[o]) || isMarked(graph.machineBefore(o))) {
        mark[o] = stamp;
      }
    }
    if (isMarked(other)) {
      return false;
    }
    int moved = 0;
    int write = from;
    for (int i = from; i <= to; i++) {
      int o = order[i];
      if (mark[o] == stamp) {
        shifted[moved++] = o;
      } else {
        position[o] = write;
        order[write++] = o;
      }
    }
    for (int i = 0; i < moved; i++) {
      position[shifted[i]] = write;
      order[write++] = shifted[i];
    }
    return true;
  }

  /** Moves an operation, and what it follows of those behind {@code other}, before that. */
  private boolean pullBefore(int operation, int other) {
    int from = position[operation];
    int to = position[other];
    mark[operation] = ++stamp;
    for (int i = from - 1; i >= to; i--) {
      int o = order[i];
      if (isMarked(graph.after[o]) || isMarked(graph.machineAfter(o))) {
        mark[o] = stamp;
      }
    }
    if (isMarked(other)) {
      return false;
    }
    int moved = 0;
    int write = from;
    for (int i = from; i >= to; i--) {
      int o = order[i];
      if (mark[o] == stamp) {
        shifted[moved++] = o;
      } else {
        position[o] = write;
        order[write--] = o;
      }
    }
    for (int i = 0; i < moved; i++) {
      position[shifted[i]] = write;
      order[write--] = shifted[i];
    }
    return true;
  }

  private boolean isMarked(int operation) {
    return operation >= 0 && mark[operation] == stamp;
  }

  /** Computes the heads that change with a moved operation and the one that followed it before. */
  void heads(int moved, int follower) {
    int open = want(moved) + want(follower) + want(graph.machineAfter(moved));
    for (int word = firstWord(moved, follower); open > 0; word++) {
      while (pending[word] != 0) {
        int o = order[(word << WORD) + Long.numberOfTrailingZeros(pending[word])];
        pending[word] &= pending[word] - 1;
        open--;
        int value = head(o);
        if (value != graph.head[o] || o == moved) {
          graph.head[o] = value;
          open += want(graph.after[o]) + want(graph.machineAfter(o));
        }
      }
    }
  }

  private int firstWord(int moved, int other) {
    int first = other < 0 ? position[moved] : Math.min(position[moved], position[other]);
    return first >> WORD;
  }

  /** Computes the tails that change with a moved operation and the one that it followed before. */
  void tails(int moved, int predecessor) {
    int left = graph.machineBefore(moved);
    int open = want(moved) + want(predecessor) + want(left);
    int last = predecessor < 0 ? position[moved] : Math.max(position[moved], position[predecessor]);
    for (int word = last >> WORD; open > 0; word--) {
      while (pending[word] != 0) {
        int bit = 63 - Long.numberOfLeadingZeros(pending[word]);
        int o = order[(word << WORD) + bit];
        pending[word] &= ~(1L << bit);
        open--;
        int value = tail(o);
        if (value != graph.tail[o] || o == moved) {
          graph.tail[o] = value;
          open += want(graph.before[o]) + want(graph.machineBefore(o));
        }
      }
    }
  }

  /** Notes that an operation is to be computed; returns how many notes were added. */
  private int want(int operation) {
    if (operation < 0) {
      return 0;
    }
    int at = position[operation];
    long bit = 1L << at;
    if ((pending[at >> WORD] & bit) != 0) {
      return 0;
    }
    pending[at >> WORD] |= bit;
    return 1;
  }

  /** When the last job ends. */
  int makespan() {
    int longest = 0;
    for (int o : ends) {
      longest = Math.max(longest, graph.headEnd(o));
    }
    return longest;
  }

  /** One of the operations that end last. */
  int lastEnd(SplittableRandom random) {
    int chosen = -1;
    int seen = 0;
    for (int o : ends) {
      if (graph.headEnd(o) == graph.makespan() && random.nextInt(++seen) == 0) {
        chosen = o;
      }
    }
    return chosen;
  }

  private int head(int o) {
    int start = Math.max(graph.shop.earliest[o], graph.headEnd(graph.before[o]));
    return Math.max(start, graph.headEnd(graph.machineBefore(o)));
  }

  private int tail(int o) {
    return Math.max(graph.tailStart(graph.after[o]), graph.tailStart(graph.machineAfter(o)));
  }
}
