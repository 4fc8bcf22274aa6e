// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;

/**
 * The neighbourhood of a job shop plan: every operation of one critical path moved within its
 * critical block (Balas and Vazacopoulos 1998) or to the places on other machines among which the
 * best one is (Mastrolilli and Gambardella 2000). Moves are valued by heads and tails of the
 * changed operations alone, and only those that cannot close a circle are looked at.
 */
final class JobShopMoves {

  private final JobShop graph;
  private final TabuList tabu;
  private final SplittableRandom random;
  private final int[] path;
  private final int[] newHead;
  private final int[] line;
  private int ties;

  /** The move chosen by {@link #choose}: which operation, to which mode and place. */
  int operation;

  int mode;
  int place;
  int value;

  private int spareOperation;
  private int spareMode;
  private int sparePlace;
  private int spares;
  private int now;
  private int aspiration;

  JobShopMoves(JobShop graph, TabuList tabu, SplittableRandom random) {
    this.graph = graph;
    this.tabu = tabu;
    this.random = random;
    path = new int[graph.count];
    newHead = new int[graph.count];
    line = new int[graph.count];
  }

  /**
   * Chooses the best move that is not banned, or any if all are.
   *
   * @param iteration the time bans are measured in
   * @param best moves below this value are taken although they are banned
   * @return false if there is no move at all
   */
  boolean choose(int iteration, int best) {
    now = iteration;
    aspiration = best;
    value = Integer.MAX_VALUE;
    ties = 0;
    spares = 0;
    int size = criticalPath();
    for (int from = 0; from < size; ) {
      int to = from;
      while (to + 1 < size
          && graph.machine[path[to + 1]] == graph.machine[path[from]]
          && graph.machineBefore(path[to + 1]) == path[to]) {
        to++;
      }
      block(from, to, size);
      from = to + 1;
    }
    for (int i = 0; i < size; i++) {
      elsewhere(path[i]);
    }
    if (value == Integer.MAX_VALUE && spares > 0) {
      operation = spareOperation;
      mode = spareMode;
      place = sparePlace;
      return true;
    }
    return value < Integer.MAX_VALUE;
  }

  /** A critical path, chosen at random where it forks; returns its length. */
  private int criticalPath() {
    int size = 0;
    for (int at = graph.lastEnd(random); at >= 0; at = lead(at)) {
      path[size++] = at;
    }
    for (int i = 0, k = size - 1; i < k; i++, k--) {
      int swap = path[i];
      path[i] = path[k];
      path[k] = swap;
    }
    return size;
  }

  /** What an operation had to wait for, -1 if for nothing. */
  private int lead(int at) {
    int start = graph.head[at];
    int onMachine = graph.machineBefore(at);
    int inJob = graph.before[at];
    boolean machine = onMachine >= 0 && graph.headEnd(onMachine) == start;
    boolean job = inJob >= 0 && graph.headEnd(inJob) == start;
    if (machine && job) {
      return random.nextBoolean() ? onMachine : inJob;
    }
    return machine ? onMachine : job ? inJob : -1;
  }

  /** Moves to and from the ends of a block; inner ones of the first and last block do not help. */
  private void block(int from, int to, int size) {
    for (int i = from; i < to; i++) {
      if (to < size - 1 || i == from || size == to - from + 1) {
        forward(path[i], path[to]);
      }
      if (i > from || from > 0) {
        forward(path[from], path[i + 1]);
      }
    }
    for (int i = from + 1; i <= to; i++) {
      if (from > 0 || i == to || size == to - from + 1) {
        backward(path[i], path[from]);
      }
      if (i < to || to < size - 1) {
        backward(path[to], path[i - 1]);
      }
    }
  }

  /** Moves {@code u} right behind {@code v} of the same machine. */
  private void forward(int u, int v) {
    int next = graph.after[u];
    if (u == v
        || (next >= 0
            && graph.head[v] >= graph.headEnd(next)
            && graph.tail[next] >= graph.tailStart(v))) {
      return;
    }
    int[] sequence = graph.sequence[graph.machine[u]];
    int size = 0;
    boolean banned = false;
    for (int i = graph.place[u] + 1; i <= graph.place[v]; i++) {
      line[size++] = sequence[i];
      banned |= tabu.isOrderBanned(sequence[i], u, now);
    }
    line[size++] = u;
    offer(
        u,
        graph.mode[u],
        graph.place[v],
        estimate(size, graph.machineBefore(u), graph.machineAfter(v)),
        banned);
  }

  /** Moves {@code v} right before {@code u} of the same machine. */
  private void backward(int v, int u) {
    int previous = graph.before[v];
    if (u == v || (previous >= 0 && graph.headEnd(u) <= graph.head[previous])) {
      return;
    }
    int[] sequence = graph.sequence[graph.machine[u]];
    int size = 0;
    boolean banned = false;
    line[size++] = v;
    for (int i = graph.place[u]; i < graph.place[v]; i++) {
      line[size++] = sequence[i];
      banned |= tabu.isOrderBanned(v, sequence[i], now);
    }
    offer(
        v,
        graph.mode[v],
        graph.place[u],
        estimate(size, graph.machineBefore(u), graph.machineAfter(v)),
        banned);
  }

  /** The longest way through the operations of {@link #line} in their new order. */
  private int estimate(int size, int left, int right) {
    int reach = graph.headEnd(left);
    for (int i = 0; i < size; i++) {
      int o = line[i];
      int start = Math.max(reach, graph.headEnd(graph.before[o]));
      start = Math.max(start, graph.shop.earliest[o]);
      newHead[i] = start;
      reach = start + graph.ticks[o];
    }
    int longest = 0;
    int rest = graph.tailStart(right);
    for (int i = size - 1; i >= 0; i--) {
      int o = line[i];
      int tail = Math.max(rest, graph.tailStart(graph.after[o]));
      rest = tail + graph.ticks[o];
      longest = Math.max(longest, newHead[i] + rest);
    }
    return longest;
  }

  private void elsewhere(int v) {
    for (int m = graph.shop.modeFrom[v]; m < graph.shop.modeFrom[v + 1]; m++) {
      if (graph.shop.modeMachine[m] != graph.machine[v]) {
        places(v, m);
      }
    }
  }

  private void places(int v, int m) {
    int target = graph.shop.modeMachine[m];
    int[] sequence = graph.sequence[target];
    int length = graph.length[target];
    int previous = graph.before[v];
    int next = graph.after[v];
    int ready = Math.max(graph.shop.earliest[v], graph.headEnd(previous));
    int rest = graph.tailStart(next);
    int low = firstEndingAfter(sequence, length, ready);
    int high = firstWithTailAtMost(sequence, length, rest);
    boolean banned = tabu.isMachineBanned(v, target, now);
    int from = Math.min(low, high);
    int to = Math.max(low, high);
    for (int at = from; at <= to; at++) {
      int a = at == 0 ? -1 : sequence[at - 1];
      int b = at == length ? -1 : sequence[at];
      boolean safe =
          (a < 0
                  || next < 0
                  || graph.head[a] < graph.headEnd(next)
                  || graph.tail[next] < graph.tailStart(a))
              && (b < 0 || previous < 0 || graph.headEnd(b) > graph.head[previous]);
      if (safe) {
        int start = Math.max(ready, graph.headEnd(a));
        int way = start + graph.shop.modeTicks[m] + Math.max(rest, graph.tailStart(b));
        offer(v, m, at, way, banned);
      }
    }
  }

  private int firstEndingAfter(int[] sequence, int length, int tick) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.headEnd(sequence[middle]) > tick) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int firstWithTailAtMost(int[] sequence, int length, int ticks) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.tailStart(sequence[middle]) <= ticks) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void offer(int o, int toMode, int at, int way, boolean banned) {
    if (banned && way >= aspiration) {
      if (random.nextInt(++spares) == 0) {
        spareOperation = o;
        spareMode = toMode;
        sparePlace = at;
      }
      return;
    }
    if (way < value) {
      ties = 0;
    }
    if (way < value || (way == value && random.nextInt(++ties + 1) == 0)) {
      value = way;
      operation = o;
      mode = toMode;
      place = at;
    }
  }
}
