// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.millwright.scheduling.shop.Shop;

/**
 * A hybrid flow shop: every job passes the same stages, each of identical machines. An order of the
 * jobs at the first stage is decoded into a plan: at later stages who comes first is served first,
 * by the machine that is free first.
 *
 * <p>It can be read backwards, from the last stage to the first; which way gives better plans
 * depends on the instance.
 */
final class HybridFlow {

  /** What {@link #decode} gives for an order that is above the limit. */
  static final int ABOVE = Integer.MAX_VALUE;

  final int jobs;
  private final Shop shop;
  private final int stages;
  private final boolean backwards;
  private final int[] machines;
  private final int[][] ticks;

  /** By stage and job: the shortest way from the end at this stage to the end of the job. */
  private final int[][] tail;

  /** By stage: the work, and the least that is left to do after the last jobs of its machines. */
  private final long[] load;

  private final int[] line;
  private final int[] rank;
  private final int[] free;
  private int[] ready;
  private int[] end;

  HybridFlow(Shop shop, boolean backwards) {
    this.shop = shop;
    this.backwards = backwards;
    jobs = shop.jobs;
    stages = shop.operations / jobs;
    machines = new int[stages];
    ticks = new int[stages][jobs];
    tail = new int[stages][jobs];
    load = new long[stages];
    int most = 0;
    for (int s = 0; s < stages; s++) {
      machines[s] = modes(shop, operation(0, s));
      most = Math.max(most, machines[s]);
      for (int j = 0; j < jobs; j++) {
        ticks[s][j] = shop.modeTicks[shop.modeFrom[operation(j, s)]];
      }
    }
    for (int s = stages - 1; s >= 0; s--) {
      for (int j = 0; j < jobs; j++) {
        tail[s][j] = s + 1 == stages ? 0 : tail[s + 1][j] + ticks[s + 1][j];
      }
      load[s] =
          Arrays.stream(ticks[s]).asLongStream().sum()
              + Arrays.stream(tail[s]).sorted().limit(machines[s]).asLongStream().sum();
    }
    line = new int[jobs];
    rank = new int[jobs];
    free = new int[most];
    ready = new int[jobs];
    end = new int[jobs];
  }

  /** Whether a shop is one, with a choice of machines at some stage. */
  static boolean suits(Shop shop) {
    if (!JobShop.suits(shop) || shop.jobs == 0 || shop.operations % shop.jobs != 0) {
      return false;
    }
    int stages = shop.operations / shop.jobs;
    boolean choice = false;
    int[] stageOf = new int[shop.machines];
    Arrays.fill(stageOf, -1);
    for (int s = 0; s < stages; s++) {
      int first = shop.jobFrom[0] + s;
      choice |= modes(shop, first) > 1;
      for (int mode = shop.modeFrom[first]; mode < shop.modeFrom[first + 1]; mode++) {
        if (stageOf[shop.modeMachine[mode]] >= 0) {
          return false;
        }
        stageOf[shop.modeMachine[mode]] = s;
      }
    }
    for (int o = 0; o < shop.operations; o++) {
      if (!fits(shop, o, stages, stageOf)) {
        return false;
      }
    }
    return choice;
  }

  /** Whether an operation runs at its stage, on all of its machines alike. */
  private static boolean fits(Shop shop, int o, int stages, int[] stageOf) {
    int stage = o % stages;
    boolean fits =
        shop.earliest[o] == 0
            && shop.jobFrom[shop.job[o]] == o - stage
            && modes(shop, o) == modes(shop, shop.jobFrom[0] + stage)
            && (stage == 0
                ? shop.predFrom[o] == shop.predFrom[o + 1]
                : shop.predFrom[o] < shop.predFrom[o + 1] && shop.pred[shop.predFrom[o]] == o - 1);
    for (int mode = shop.modeFrom[o]; mode < shop.modeFrom[o + 1]; mode++) {
      fits &=
          stageOf[shop.modeMachine[mode]] == stage
              && shop.modeTicks[mode] == shop.modeTicks[shop.modeFrom[o]];
    }
    return fits;
  }

  private static int modes(Shop shop, int operation) {
    return shop.modeFrom[operation + 1] - shop.modeFrom[operation];
  }

  private int operation(int job, int stage) {
    return shop.jobFrom[job] + (backwards ? stages - 1 - stage : stage);
  }

  /**
   * The makespan of an order of jobs.
   *
   * @param limit above it the exact value does not matter
   * @return {@link #ABOVE} if it is above the limit
   */
  int decode(int[] order, int limit) {
    System.arraycopy(order, 0, line, 0, jobs);
    for (int i = 0; i < jobs; i++) {
      rank[order[i]] = i;
    }
    Arrays.fill(ready, 0);
    for (int s = 0; ; s++) {
      if (!stage(s, limit)) {
        return ABOVE;
      }
      if (s + 1 == stages) {
        return free[machines[s] - 1];
      }
      sort();
      int[] swap = ready;
      ready = end;
      end = swap;
    }
  }

  /** Serves the jobs in {@link #line}; free times of the machines stay sorted. */
  private boolean stage(int s, int limit) {
    int count = machines[s];
    int[] own = ticks[s];
    int[] rest = tail[s];
    long idle = (long) limit * count - load[s];
    Arrays.fill(free, 0, count, 0);
    for (int job : line) {
      int from = free[0];
      int start = Math.max(from, ready[job]);
      int stop = start + own[job];
      idle -= start - from;
      if (stop + rest[job] > limit || idle < 0) {
        return false;
      }
      end[job] = stop;
      int k = 0;
      while (k + 1 < count && free[k + 1] < stop) {
        free[k] = free[k + 1];
        k++;
      }
      free[k] = stop;
    }
    return true;
  }

  /** Puts {@link #line} in the order of ends; it is nearly so already. */
  private void sort() {
    for (int i = 1; i < jobs; i++) {
      int job = line[i];
      int key = end[job];
      int k = i - 1;
      while (k >= 0 && (end[line[k]] > key || (end[line[k]] == key && rank[line[k]] > rank[job]))) {
        line[k + 1] = line[k];
        k--;
      }
      line[k + 1] = job;
    }
  }

  /** The order a plan has at the stage decoding begins with. */
  int[] order(Candidate plan) {
    return IntStream.range(0, jobs)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                j -> backwards ? -plan.end()[operation(j, 0)] : plan.start()[operation(j, 0)]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The plan of an order, every operation as early as its place in the queues allows. */
  Candidate plan(int[] order) {
    int[] start = new int[shop.operations];
    System.arraycopy(order, 0, line, 0, jobs);
    for (int i = 0; i < jobs; i++) {
      rank[order[i]] = i;
    }
    Arrays.fill(ready, 0);
    for (int s = 0; s < stages; s++) {
      stage(s, ABOVE);
      for (int j = 0; j < jobs; j++) {
        start[operation(j, s)] = backwards ? -end[j] : end[j] - ticks[s][j];
      }
      sort();
      int[] swap = ready;
      ready = end;
      end = swap;
    }
    return pack(start);
  }

  /** Places operations stage by stage in the order of a key, which does not make a plan longer. */
  private Candidate pack(int[] key) {
    int[] start = new int[shop.operations];
    int[] stop = new int[shop.operations];
    int[] mode = new int[shop.operations];
    int makespan = 0;
    for (int s = 0; s < stages; s++) {
      int stage = s;
      int[] freeAt = new int[free.length];
      int[] sorted =
          IntStream.range(0, jobs)
              .map(j -> shop.jobFrom[j] + stage)
              .boxed()
              .sorted(Comparator.comparingInt(o -> key[o]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int o : sorted) {
        int first = 0;
        for (int k = 1; k < modes(shop, o); k++) {
          first = freeAt[k] < freeAt[first] ? k : first;
        }
        mode[o] = onMachine(o, first);
        start[o] = Math.max(freeAt[first], stage == 0 ? 0 : stop[o - 1]);
        stop[o] = start[o] + shop.modeTicks[mode[o]];
        freeAt[first] = stop[o];
        makespan = Math.max(makespan, stop[o]);
      }
    }
    return new Candidate(makespan, start, stop, mode);
  }

  /** The mode on the k-th machine of a stage, whatever order an operation lists its modes in. */
  private int onMachine(int operation, int k) {
    int sample = shop.jobFrom[0] + operation - shop.jobFrom[shop.job[operation]];
    return shop.modeOn(operation, shop.modeMachine[shop.modeFrom[sample] + k]);
  }
}
