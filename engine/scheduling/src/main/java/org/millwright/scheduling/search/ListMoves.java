// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/**
 * A list of operations that respects the order within jobs, and random changes to it that can be
 * taken back.
 */
final class ListMoves {

  final int[] order;

  /** By operation: the mode to use, -1 for the one that ends first. */
  final int[] modes;

  private final Shop shop;
  private final int[] position;
  private final SplittableRandom random;

  /** Moves of the last change: operation, position it came from. */
  private final int[] undoOperation = new int[4 * MOST_SHIFTS];

  private final int[] undoFrom = new int[4 * MOST_SHIFTS];
  private int undos;
  private int changedOperation = -1;
  private int oldMode;
  private int first;

  private static final int MOST_SHIFTS = 64;

  /** Operations drawn to find one of a late job. */
  private static final int DRAWS = 6;

  ListMoves(Shop shop, int[] order, int[] modes, SplittableRandom random) {
    this.shop = shop;
    this.order = order;
    this.modes = modes;
    this.random = random;
    position = new int[shop.operations];
    java.util.Arrays.fill(position, -1);
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
  }

  /** Makes a random change and returns the first position that differs; the length for none. */
  int change(Timetable placed, int reach) {
    undos = 0;
    changedOperation = -1;
    first = order.length;
    int late = random.nextInt(2) == 0 ? lateOperation(placed) : -1;
    if (late >= 0) {
      hurry(late, reach);
      return first;
    }
    int kind = random.nextInt(100);
    int at = random.nextInt(order.length);
    if (kind < 40) {
      shift(order[at], at + step(reach));
    } else if (kind < 60) {
      shiftJob(order[at], step(reach));
    } else if (kind < 80) {
      gather(at, placed.mode, reach);
    } else if (kind < 90 || !flexible(order[at])) {
      int other = at + step(reach);
      int operation = order[at];
      if (other >= 0 && other < order.length) {
        int swapped = order[other];
        shift(operation, other);
        shift(swapped, at);
      }
    } else {
      changeMode(order[at]);
    }
    return first;
  }

  /** An operation of a job that costs much, -1 if none of some is late. */
  private int lateOperation(Timetable placed) {
    int worst = -1;
    double most = 0;
    for (int i = 0; i < DRAWS; i++) {
      int job = shop.job[order[random.nextInt(order.length)]];
      int last = 0;
      for (int o = shop.jobFrom[job]; o < shop.jobFrom[job + 1]; o++) {
        last = Math.max(last, placed.end[o]);
      }
      double by = shop.weight[job] * Math.max(0, last - shop.due[job]);
      if (by > most) {
        most = by;
        worst = job;
      }
    }
    if (worst < 0) {
      return -1;
    }
    int count = shop.jobFrom[worst + 1] - shop.jobFrom[worst];
    int operation = shop.jobFrom[worst] + random.nextInt(count);
    return position[operation] < 0 ? -1 : operation;
  }

  /** Brings an operation, or its whole job, forward, or lets it choose its machine anew. */
  private void hurry(int operation, int reach) {
    int kind = random.nextInt(100);
    int by = -Math.abs(step(reach));
    if (kind < 45) {
      shift(operation, position[operation] + by);
    } else if (kind < 85 || !flexible(operation)) {
      shiftJob(operation, by);
    } else {
      changeMode(operation);
      shift(operation, position[operation] + by);
    }
  }

  private boolean flexible(int operation) {
    return shop.modeFrom[operation + 1] - shop.modeFrom[operation] > 1;
  }

  /** A distance whose size is as likely small as large, on a logarithmic scale. */
  private int step(int reach) {
    int size = (int) Math.exp(random.nextDouble() * Math.log(Math.max(2, reach) + 1));
    return random.nextBoolean() ? size : -size;
  }

  private void changeMode(int operation) {
    int count = shop.modeFrom[operation + 1] - shop.modeFrom[operation];
    changedOperation = operation;
    oldMode = modes[operation];
    int choice = random.nextInt(count + 1);
    modes[operation] = choice == count ? -1 : shop.modeFrom[operation] + choice;
    first = Math.min(first, position[operation]);
  }

  private void shiftJob(int operation, int by) {
    int job = shop.job[operation];
    int count = shop.jobFrom[job + 1] - shop.jobFrom[job];
    if (count > MOST_SHIFTS) {
      shift(operation, position[operation] + by);
      return;
    }
    for (int i = 0; i < count; i++) {
      int o = by < 0 ? shop.jobFrom[job] + i : shop.jobFrom[job + 1] - 1 - i;
      if (position[o] >= 0) {
        shift(o, position[o] + by);
      }
    }
  }

  /** Moves the next operation of the same family on the same machine next to this one. */
  private void gather(int at, int[] placedMode, int reach) {
    int operation = order[at];
    if (placedMode[operation] < 0) {
      return;
    }
    int machine = shop.modeMachine[placedMode[operation]];
    int skip = random.nextInt(3);
    for (int i = at + 1; i < order.length && i < at + 2L * reach; i++) {
      int other = order[i];
      if (shop.family[other] == shop.family[operation]
          && placedMode[other] >= 0
          && shop.modeMachine[placedMode[other]] == machine
          && skip-- == 0) {
        shift(other, at + 1);
        return;
      }
    }
  }

  private void shift(int operation, int wanted) {
    int from = position[operation];
    int low = 0;
    int high = order.length - 1;
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      low = Math.max(low, position[shop.pred[link]] + 1);
    }
    for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
      int after = position[shop.succ[s]];
      high = after < 0 ? high : Math.min(high, after - 1);
    }
    int to = Math.max(low, Math.min(high, wanted));
    if (to == from || low > high) {
      return;
    }
    undoOperation[undos] = operation;
    undoFrom[undos++] = from;
    first = Math.min(first, Math.min(from, to));
    move(operation, from, to);
  }

  private void move(int operation, int from, int to) {
    if (from < to) {
      System.arraycopy(order, from + 1, order, from, to - from);
    } else {
      System.arraycopy(order, to, order, to + 1, from - to);
    }
    order[to] = operation;
    for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
      position[order[i]] = i;
    }
  }

  /** Takes the last change back. */
  void takeBack() {
    for (int i = undos - 1; i >= 0; i--) {
      move(undoOperation[i], position[undoOperation[i]], undoFrom[i]);
    }
    undos = 0;
    if (changedOperation >= 0) {
      modes[changedOperation] = oldMode;
    }
  }
}
