// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import org.millwright.scheduling.problem.Problem;

/**
 * A problem as primitive arrays. Operations are numbered through, those of a job side by side and
 * in an order that respects its links. Nothing here changes after {@link ShopCompiler} has filled
 * it.
 */
public final class Shop {

  public final Problem problem;
  public final int operations;
  public final int machines;
  public final int jobs;

  /** First operation of each job; one more entry than jobs. */
  public final int[] jobFrom;

  public final int[] due;
  public final double[] weight;

  /** By operation: its job and its index there. */
  public final int[] job;

  public final int[] index;
  public final int[] family;
  public final int[] size;
  public final int[] earliest;
  public final boolean[] mayPause;

  /** By operation: latest end that leaves room for locked operations after it. */
  public final int[] latestEnd;

  /**
   * By operation: latest start and earliest end that locked neighbours with greatest lags allow.
   */
  public final int[] latestStart;

  public final int[] earliestEnd;

  /** By operation: whether a locked operation before it cannot wait for it, so it goes first. */
  public final boolean[] urgent;

  /** Locked place; machine -1 for none. */
  public final int[] lockMachine;

  public final int[] lockStart;
  public final int[] lockEnd;

  /** Modes of operation {@code o} are {@code modeFrom[o]} to before {@code modeFrom[o + 1]}. */
  public final int[] modeFrom;

  public final int[] modeMachine;
  public final int[] modeTicks;

  /** By mode: resources and units held; null where no mode holds any. */
  public final int[][] modeResources;

  public final int[][] modeUnits;

  /** By operation: materials and quantities consumed. */
  public final int[][] materials;

  public final long[][] quantities;

  /** Links into operation {@code o} are {@code predFrom[o]} to before {@code predFrom[o + 1]}. */
  public final int[] predFrom;

  public final int[] pred;
  public final int[] minLag;
  public final int[] maxLag;
  public final int[] lots;

  /** Operations after {@code o}: {@code succFrom[o]} to before {@code succFrom[o + 1]}. */
  public final int[] succFrom;

  public final int[] succ;

  /** The link, by its place among the predecessors, that belongs to each successor. */
  public final int[] succLink;

  public final WorkClock[] clock;
  public final int[] availableFrom;
  public final int[] initialFamily;
  public final boolean[] blocking;
  public final int[] batchCapacity;

  /** Shortest working ticks from the start of an operation to the end of its job. */
  public final int[] tail;

  /** By operation: number of its train, -1 if it can be placed alone. */
  public final int[] train;

  /** Operations that must be placed together, because lags or missing room tie them. */
  public final int[][] trains;

  private final int[][] setup;
  private final int families;

  Shop(ShopCompiler from) {
    problem = from.problem;
    operations = from.operations;
    machines = problem.machines().size();
    jobs = problem.jobs().size();
    jobFrom = from.jobFrom;
    due = from.due;
    weight = from.weight;
    job = from.job;
    index = from.index;
    family = from.family;
    size = from.size;
    earliest = from.earliest;
    mayPause = from.mayPause;
    latestEnd = from.latestEnd;
    lockMachine = from.lockMachine;
    lockStart = from.lockStart;
    lockEnd = from.lockEnd;
    modeFrom = from.modeFrom;
    modeMachine = from.modeMachine;
    modeTicks = from.modeTicks;
    modeResources = from.modeResources;
    modeUnits = from.modeUnits;
    materials = from.materials;
    quantities = from.quantities;
    predFrom = from.links.predFrom;
    pred = from.links.pred;
    minLag = from.links.minLag;
    maxLag = from.links.maxLag;
    lots = from.links.lots;
    succFrom = from.links.succFrom;
    succ = from.links.succ;
    succLink = from.links.succLink;
    clock = from.machines.clock;
    availableFrom = from.machines.availableFrom;
    initialFamily = from.machines.initialFamily;
    blocking = from.machines.blocking;
    batchCapacity = from.machines.batchCapacity;
    setup = from.machines.setup;
    families = problem.families().size();
    tail = from.tail;
    latestStart = new int[operations];
    earliestEnd = new int[operations];
    urgent = new boolean[operations];
    LockWindows.fill(this);
    trains = Trains.find(this);
    train = new int[operations];
    java.util.Arrays.fill(train, -1);
    for (int t = 0; t < trains.length; t++) {
      for (int operation : trains[t]) {
        train[operation] = t;
      }
    }
  }

  /** Setup ticks on a machine; families may be -1. */
  public int setup(int machine, int before, int after) {
    int[] table = setup[machine];
    return table.length == 0 || after < 0 ? 0 : table[(before + 1) * families + after];
  }

  /** Whether a machine ever needs a setup. */
  public boolean hasSetups(int machine) {
    return setup[machine].length > 0;
  }

  /** The mode in which an operation runs on a machine, -1 if there is none. */
  public int modeOn(int operation, int machine) {
    for (int mode = modeFrom[operation]; mode < modeFrom[operation + 1]; mode++) {
      if (modeMachine[mode] == machine) {
        return mode;
      }
    }
    return -1;
  }

  /** Whether an operation must keep a place. */
  public boolean isLocked(int operation) {
    return lockMachine[operation] >= 0;
  }

  /** The shortest of an operation's modes, in working ticks. */
  public int shortest(int operation) {
    int least = Integer.MAX_VALUE;
    for (int mode = modeFrom[operation]; mode < modeFrom[operation + 1]; mode++) {
      least = Math.min(least, modeTicks[mode]);
    }
    return least == Integer.MAX_VALUE ? lockEnd[operation] - lockStart[operation] : least;
  }
}
