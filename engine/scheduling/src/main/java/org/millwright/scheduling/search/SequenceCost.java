// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.shop.EnergyPrice;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Valuation;

/**
 * The objective of {@link Sequences}, the same number {@link Valuation} gives, kept up by jobs and
 * operations that have changed.
 */
final class SequenceCost {

  private final Shop shop;
  private final Valuation valuation;
  private final EnergyPrice price;
  private final double tardiness;
  private final double makespan;
  private final double changeover;
  private final double energy;
  private final double wip;
  private final double instability;
  private final boolean byOperation;

  private final double[] jobCost;
  private final double[] newJobCost;
  private final double[] operationCost;
  private final double[] newOperationCost;
  private final int[] jobs;
  private final boolean[] jobTouched;
  private int touchedJobs;
  private final int[] operations;
  private final boolean[] operationTouched;
  private int touchedOperations;
  private double sum;
  private double newSum;
  private long setups;
  private long newSetups;

  /** Tardiness gained so far by the operations followed, in the order of time. */
  private double rise;

  private double limit = Double.POSITIVE_INFINITY;

  /** Jobs that cost something, in any order. */
  private final int[] late;

  private final int[] lateAt;
  private int lateCount;

  SequenceCost(Shop shop, Valuation valuation) {
    this.shop = shop;
    this.valuation = valuation;
    price = valuation.price();
    tardiness = valuation.factor(Criterion.TARDINESS);
    makespan = valuation.factor(Criterion.MAKESPAN);
    changeover = valuation.factor(Criterion.CHANGEOVER);
    energy = valuation.factor(Criterion.ENERGY);
    wip = valuation.factor(Criterion.WIP);
    instability = valuation.factor(Criterion.INSTABILITY);
    byOperation = energy > 0 || instability > 0;
    jobCost = new double[shop.jobs];
    newJobCost = new double[shop.jobs];
    operationCost = new double[shop.operations];
    newOperationCost = new double[shop.operations];
    jobs = new int[shop.jobs];
    jobTouched = new boolean[shop.jobs];
    operations = new int[shop.operations];
    operationTouched = new boolean[shop.operations];
    late = new int[shop.jobs];
    lateAt = new int[shop.jobs];
  }

  /** Whether starting later than need be can be better. */
  boolean rewardsWaiting() {
    return byOperation || wip > 0;
  }

  /** What a tick of the last end costs. */
  double makespanFactor() {
    return makespan;
  }

  /** Whether leaving the places of an earlier plan costs something. */
  boolean keepsEarlier() {
    return instability > 0;
  }

  /** Whether an operation is not where the earlier plan had it. */
  boolean moved(Sequences of, int o) {
    return valuation.moved(o, of.mode[o], of.start[o], of.end[o]) > 0;
  }

  /** What a unit of money for electricity costs. */
  double energyFactor() {
    return energy;
  }

  EnergyPrice price() {
    return price;
  }

  int lateCount() {
    return lateCount;
  }

  int late(int i) {
    return late[i];
  }

  double ofJob(int job) {
    return jobCost[job];
  }

  /** Values everything anew. */
  void load(Sequences of) {
    rollback();
    Arrays.fill(lateAt, -1);
    lateCount = 0;
    setups = 0;
    sum = 0;
    for (int o = 0; o < shop.operations; o++) {
      setups += of.setupTicks[o];
      operationCost[o] = byOperation ? operation(of, o) : 0;
      sum += operationCost[o];
    }
    for (int j = 0; j < shop.jobs; j++) {
      jobCost[j] = job(of, j);
      sum += jobCost[j];
      list(j, tardiness > 0 && jobCost[j] > 0);
    }
    newSetups = setups;
  }

  /** The times or the machine of an operation have changed. */
  void touch(int o) {
    int job = shop.job[o];
    if (!jobTouched[job]) {
      jobTouched[job] = true;
      jobs[touchedJobs++] = job;
    }
    if (byOperation && !operationTouched[o]) {
      operationTouched[o] = true;
      operations[touchedOperations++] = o;
    }
  }

  /** The last operation of a job ends at another time. */
  void ended(int o, int was, int is) {
    int job = shop.job[o];
    int due = shop.due[job];
    rise += tardiness * shop.weight[job] * (Math.max(0, is - due) - Math.max(0, was - due));
  }

  /** From here on changes may be given up whose tardiness rises by more than this on the way. */
  void limit(double most) {
    limit = most;
  }

  /** Whether tardiness has risen too much for what is still to come to make up for it. */
  boolean exceeds() {
    return rise > limit;
  }

  /** The ticks of a setup have changed. */
  void setup(int by) {
    newSetups += by;
  }

  /** The objective with all changes since the last commit. */
  double total(Sequences of) {
    newSum = sum;
    for (int i = 0; i < touchedOperations; i++) {
      int o = operations[i];
      newOperationCost[o] = operation(of, o);
      newSum += newOperationCost[o] - operationCost[o];
    }
    for (int i = 0; i < touchedJobs; i++) {
      int job = jobs[i];
      newJobCost[job] = job(of, job);
      newSum += newJobCost[job] - jobCost[job];
    }
    double total = newSum + changeover * newSetups;
    return makespan > 0 ? total + makespan * lastEnd(of) : total;
  }

  private int lastEnd(Sequences of) {
    int last = 0;
    for (int m = 0; m < shop.machines; m++) {
      int count = of.length(m);
      last = count == 0 ? last : Math.max(last, of.end[of.at(m, count - 1)]);
    }
    return last;
  }

  private double job(Sequences of, int job) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int o = shop.jobFrom[job]; o < shop.jobFrom[job + 1]; o++) {
      last = Math.max(last, of.end[o]);
      first = Math.min(first, of.start[o]);
    }
    double cost = tardiness * shop.weight[job] * Math.max(0, last - shop.due[job]);
    return wip > 0 && last >= 0 ? cost + wip * (last - first) : cost;
  }

  private double operation(Sequences of, int o) {
    double cost = 0;
    if (energy > 0) {
      cost += energy * price.of(of.machine[o], of.start[o], of.end[o]);
    }
    return instability > 0
        ? cost + instability * valuation.moved(o, of.mode[o], of.start[o], of.end[o])
        : cost;
  }

  /** Keeps the changes last valued. */
  void commit() {
    for (int i = 0; i < touchedOperations; i++) {
      int o = operations[i];
      operationCost[o] = newOperationCost[o];
      operationTouched[o] = false;
    }
    for (int i = 0; i < touchedJobs; i++) {
      int job = jobs[i];
      jobCost[job] = newJobCost[job];
      jobTouched[job] = false;
      list(job, tardiness > 0 && jobCost[job] > 0);
    }
    touchedOperations = 0;
    touchedJobs = 0;
    sum = newSum;
    setups = newSetups;
    rise = 0;
  }

  private void list(int job, boolean isLate) {
    if (isLate && lateAt[job] < 0) {
      lateAt[job] = lateCount;
      late[lateCount++] = job;
    } else if (!isLate && lateAt[job] >= 0) {
      int last = late[--lateCount];
      late[lateAt[job]] = last;
      lateAt[last] = lateAt[job];
      lateAt[job] = -1;
    }
  }

  /** Forgets the changes since the last commit. */
  void rollback() {
    for (int i = 0; i < touchedOperations; i++) {
      operationTouched[operations[i]] = false;
    }
    for (int i = 0; i < touchedJobs; i++) {
      jobTouched[jobs[i]] = false;
    }
    touchedOperations = 0;
    touchedJobs = 0;
    newSetups = setups;
    rise = 0;
  }
}
