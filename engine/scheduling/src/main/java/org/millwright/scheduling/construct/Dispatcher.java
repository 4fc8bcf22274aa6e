// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.construct;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/**
 * Walks through time; each machine that is free takes its most urgent waiting operation, which goes
 * where it ends first. What cannot be placed stays out, with everything that follows it.
 *
 * <p>Costs O(log n) an event and one look at the queue of a machine for each operation it takes.
 */
public final class Dispatcher {

  /** Attempts to place what locked operations need in time. */
  private static final int MOST_PASSES = 5;

  private final Shop shop;
  private final Timetable table;
  private final LongHeap events = new LongHeap();
  private final int[][] queue;
  private final int[] queued;
  private final int[] open;
  private final int[] arrived;
  private final int[] order;
  private final boolean[] out;

  /** By operation: whether it goes before everything else. */
  private final boolean[] first;

  private final int[] deadline;
  private int placed;
  private final Rule.Situation situation = new Rule.Situation();
  private Policy policy = Policy.of(Rule.FIFO);
  private double[] handicap = new double[0];

  /** A dispatcher that fills the given timetable. */
  public Dispatcher(Shop shop, Timetable table) {
    this.shop = shop;
    this.table = table;
    queue = new int[shop.machines][];
    Arrays.setAll(queue, m -> new int[8]);
    queued = new int[shop.machines];
    open = new int[shop.operations];
    arrived = new int[shop.operations];
    order = new int[shop.operations];
    out = new boolean[shop.operations];
    first = shop.urgent.clone();
    deadline = Deadlines.of(shop);
    means();
  }

  private void means() {
    double ticks = 0;
    double setups = 0;
    int count = 0;
    for (int o = 0; o < shop.operations; o++) {
      ticks += shop.shortest(o);
      int other = (int) ((o * 7919L) % shop.operations);
      for (int m = shop.modeFrom[o]; m < shop.modeFrom[o + 1]; m++) {
        setups += shop.setup(shop.modeMachine[m], shop.family[other], shop.family[o]);
        count++;
      }
    }
    situation.meanTicks = Math.max(1, ticks / Math.max(1, shop.operations));
    situation.meanSetup = Math.max(1, setups / Math.max(1, count));
  }

  /** Fills the timetable by a policy. */
  public void run(Policy by) {
    run(by, new double[0]);
  }

  /**
   * Fills the timetable by a policy.
   *
   * @param jobHandicap added to the priorities of each job's operations; empty for none
   */
  public void run(Policy by, double[] jobHandicap) {
    policy = by;
    handicap = jobHandicap;
    pass();
    for (int pass = 1; pass < MOST_PASSES && promote(); pass++) {
      pass();
    }
  }

  /**
   * Lets what came too late for a locked operation go first from now on, with what it waits for.
   *
   * @return whether there was any that did not go first already
   */
  private boolean promote() {
    boolean any = false;
    for (int o = shop.operations - 1; o >= 0; o--) {
      if (out[o] && deadline[o] < Integer.MAX_VALUE && !first[o]) {
        any = true;
        first[o] = true;
      }
      for (int link = shop.predFrom[o]; first[o] && link < shop.predFrom[o + 1]; link++) {
        first[shop.pred[link]] = true;
      }
    }
    return any;
  }

  private void pass() {
    start();
    while (!events.isEmpty()) {
      long event = events.remove();
      int at = (int) (event >>> 33);
      int id = (int) (event & Integer.MAX_VALUE);
      if ((event >>> 32 & 1) == 0) {
        arrive(id, at);
      } else if (table.freeAt(id) <= at) {
        serve(id, at);
      }
    }
  }

  /** The order in which operations have been placed, locked ones left out. */
  public int[] order() {
    return Arrays.copyOf(order, placed);
  }

  private void start() {
    table.clear();
    events.clear();
    placed = 0;
    Arrays.fill(queued, 0);
    Arrays.fill(out, false);
    for (int o = 0; o < shop.operations; o++) {
      open[o] = 0;
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        if (!table.isPlaced(shop.pred[link])) {
          open[o]++;
        }
      }
    }
    placeFirst();
    for (int o = 0; o < shop.operations; o++) {
      if (open[o] == 0 && !table.isPlaced(o) && !out[o]) {
        announce(o);
      }
    }
    for (int m = 0; m < shop.machines; m++) {
      machineEvent(m, shop.availableFrom[m]);
    }
  }

  /** What locked operations cannot wait for goes before everything else, by its deadline. */
  private void placeFirst() {
    int[] byDeadline =
        IntStream.range(0, shop.operations)
            .filter(o -> first[o])
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(o -> deadline[o]).thenComparingInt(o -> o))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int o : byDeadline) {
      if (!table.isPlaced(o) && !out[o]) {
        placeFirst(o);
      }
    }
  }

  /** Places an operation after all it waits for; operations of a job stand in order. */
  private void placeFirst(int operation) {
    int begin = shop.jobFrom[shop.job[operation]];
    boolean[] wanted = new boolean[operation - begin + 1];
    wanted[operation - begin] = true;
    for (int o = operation; o >= begin; o--) {
      for (int link = shop.predFrom[o]; wanted[o - begin] && link < shop.predFrom[o + 1]; link++) {
        wanted[shop.pred[link] - begin] = true;
      }
    }
    for (int o = begin; o <= operation; o++) {
      if (wanted[o - begin] && open[o] == 0 && !table.isPlaced(o) && !out[o]) {
        if (table.append(o, null)) {
          placed(o);
        } else {
          leaveOut(o);
        }
      }
    }
  }

  private void announce(int operation) {
    int ready = Timetable.NEVER;
    for (int mode = shop.modeFrom[operation]; mode < shop.modeFrom[operation + 1]; mode++) {
      ready = Math.min(ready, table.ready(operation, mode));
    }
    arrived[operation] = ready;
    events.add((long) ready << 33 | operation);
  }

  private void machineEvent(int machine, int at) {
    events.add((long) at << 33 | 1L << 32 | machine);
  }

  private void arrive(int operation, int at) {
    if (table.isPlaced(operation) || out[operation]) {
      return;
    }
    for (int mode = shop.modeFrom[operation]; mode < shop.modeFrom[operation + 1]; mode++) {
      int machine = shop.modeMachine[mode];
      if (queued[machine] == queue[machine].length) {
        queue[machine] = Arrays.copyOf(queue[machine], queued[machine] * 2);
      }
      queue[machine][queued[machine]++] = operation;
      if (table.freeAt(machine) <= at) {
        machineEvent(machine, at);
      }
    }
  }

  private void serve(int machine, int at) {
    while (table.freeAt(machine) <= at) {
      int operation = mostUrgent(machine, at);
      if (operation < 0) {
        return;
      }
      if (!table.append(operation, null)) {
        leaveOut(operation);
      } else {
        placed(operation);
      }
    }
  }

  private int mostUrgent(int machine, int at) {
    int[] waiting = queue[machine];
    int kept = 0;
    int best = -1;
    double most = 0;
    for (int i = 0; i < queued[machine]; i++) {
      int operation = waiting[i];
      if (table.isPlaced(operation) || out[operation]) {
        continue;
      }
      waiting[kept++] = operation;
      double priority = priority(operation, machine, at);
      if (best < 0 || priority > most) {
        best = operation;
        most = priority;
      }
    }
    queued[machine] = kept;
    return best;
  }

  private double priority(int operation, int machine, int at) {
    int job = shop.job[operation];
    situation.now = at;
    situation.arrived = arrived[operation];
    situation.ticks = shop.modeTicks[shop.modeOn(operation, machine)];
    situation.remaining = shop.tail[operation];
    situation.due = shop.due[job] == Job.NO_DUE ? 1e9 : shop.due[job];
    situation.weight = shop.weight[job];
    situation.setup = shop.setup(machine, table.familyOn(machine), shop.family[operation]);
    double locked = shop.latestEnd[operation] < shop.problem.horizon() ? 1e12 : 0;
    double own = handicap.length == 0 ? 0 : handicap[job];
    return locked
        + own
        + policy.rule().priority(situation, policy.lookAhead(), policy.setupScale());
  }

  private void placed(int operation) {
    int train = shop.train[operation];
    if (train < 0) {
      entered(operation);
      follow(operation);
      return;
    }
    for (int member : shop.trains[train]) {
      if (!shop.isLocked(member)) {
        entered(member);
      }
    }
    for (int member : shop.trains[train]) {
      if (!shop.isLocked(member)) {
        follow(member);
      }
    }
  }

  private void entered(int operation) {
    order[placed++] = operation;
    int machine = shop.modeMachine[table.mode[operation]];
    machineEvent(machine, table.freeAt(machine));
  }

  private void follow(int operation) {
    for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
      int after = shop.succ[s];
      if (--open[after] == 0 && !table.isPlaced(after) && !out[after]) {
        announce(after);
      }
    }
  }

  private void leaveOut(int operation) {
    int train = shop.train[operation];
    if (train < 0) {
      leaveOutWithFollowers(operation);
    } else {
      for (int member : shop.trains[train]) {
        leaveOutWithFollowers(member);
      }
    }
  }

  /** Operations of a job stand in order, so that those that follow come later. */
  private void leaveOutWithFollowers(int operation) {
    if (out[operation] || table.isPlaced(operation)) {
      return;
    }
    out[operation] = true;
    int end = shop.jobFrom[shop.job[operation] + 1];
    for (int o = operation + 1; o < end; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        out[o] |= out[shop.pred[link]] && !table.isPlaced(o);
      }
    }
  }
}
