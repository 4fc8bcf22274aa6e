// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;

/** Tabu search on the critical operations of a job shop plan. */
final class JobShopTabu {

  private final JobShop graph;
  private final TabuList tabu = new TabuList();
  private final JobShopMoves moves;
  private final SplittableRandom random;
  private int iteration;
  private int best;
  private int[] bestMode;
  private int[][] bestSequence;
  private int since;

  JobShopTabu(JobShop graph, SplittableRandom random) {
    this.graph = graph;
    this.random = random;
    moves = new JobShopMoves(graph, tabu, random);
    bestMode = graph.mode.clone();
    bestSequence = graph.sequences();
  }

  /** Starts anew from the plan the graph holds. */
  void restart() {
    tabu.clear();
    iteration = 0;
    best = graph.makespan();
    keep();
  }

  /** Searches until nothing better has come for {@code patience} moves; true if that is so. */
  boolean run(int patience, int target, Budget budget) {
    while (since < patience && best > target) {
      if (graph.count > 2_000 ? !budget.nextTimed() : !nextCheaply(budget)) {
        return false;
      }
      if (!step()) {
        return true;
      }
    }
    return true;
  }

  private boolean nextCheaply(Budget budget) {
    if ((iteration & 255) == 0) {
      budget.look();
    }
    return budget.next();
  }

  private boolean step() {
    if (!moves.choose(iteration, best)) {
      return false;
    }
    iteration++;
    since++;
    int operation = moves.operation;
    int fromPlace = graph.place[operation];
    int fromMachine = graph.machine[operation];
    ban(operation, fromPlace);
    if (!graph.move(operation, moves.mode, moves.place)) {
      tabu.banMachine(operation, graph.shop.modeMachine[moves.mode], iteration + 50);
      return true;
    }
    if (graph.machine[operation] != fromMachine) {
      tabu.banMachine(operation, fromMachine, iteration + tenure(10));
    }
    if (graph.makespan() < best) {
      best = graph.makespan();
      keep();
    }
    return true;
  }

  /** Bans restoring the order of the operation and those it is about to pass. */
  private void ban(int operation, int from) {
    int machine = graph.machine[operation];
    if (graph.shop.modeMachine[moves.mode] != machine) {
      return;
    }
    int[] sequence = graph.sequence[machine];
    int end = iteration + tenure(10);
    for (int i = from + 1; i <= moves.place; i++) {
      tabu.banOrder(operation, sequence[i], end);
    }
    for (int i = moves.place; i < from; i++) {
      tabu.banOrder(sequence[i], operation, end);
    }
  }

  private int tenure(int least) {
    int jobs = graph.shop.jobs;
    int machines = graph.shop.machines;
    int base = least + Math.min(30, jobs / Math.max(1, machines));
    return base + random.nextInt(base);
  }

  private void keep() {
    since = 0;
    System.arraycopy(graph.mode, 0, bestMode, 0, bestMode.length);
    bestSequence = graph.sequences();
  }

  int best() {
    return best;
  }

  /** Puts the best plan of this run back into the graph. */
  void loadBest() {
    graph.load(bestMode, bestSequence);
  }

  int[] bestMode() {
    return bestMode;
  }
}
