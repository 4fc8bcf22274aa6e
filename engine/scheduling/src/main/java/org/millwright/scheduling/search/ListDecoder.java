// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;

/**
 * Turns a list of operations into a timetable, and a changed list into a changed timetable by
 * starting from the last checkpoint before the change.
 */
final class ListDecoder {

  private static final int CHECKPOINTS = 24;

  private final Shop shop;
  private final int interval;
  private Timetable current;
  private Timetable trial;
  private final Timetable[] currentStates;
  private final Timetable[] trialStates;
  private int trialFrom;

  /** What a weighted tick of tardiness costs. */
  private final double tardiness;

  /** By checkpoint: tardiness of the jobs that have ended before it. */
  private final double[] currentLate;

  private final double[] trialLate;
  private double late;

  ListDecoder(Shop shop, double tardiness) {
    this.shop = shop;
    this.tardiness = tardiness;
    interval = Math.max(32, shop.operations / CHECKPOINTS);
    current = new Timetable(shop);
    trial = new Timetable(shop);
    int count = shop.operations / interval + 1;
    currentStates = new Timetable[count];
    trialStates = new Timetable[count];
    currentLate = new double[count];
    trialLate = new double[count];
    for (int i = 1; i < count; i++) {
      currentStates[i] = new Timetable(shop);
      trialStates[i] = new Timetable(shop);
    }
  }

  /** The timetable of the list last accepted. */
  Timetable current() {
    return current;
  }

  /** The timetable of the list last tried. */
  Timetable trial() {
    return trial;
  }

  /**
   * Places the operations of a list that equals the accepted one before {@code from}.
   *
   * @param most rise of tardiness, at any checkpoint, beyond which the list is given up
   * @param budget looked at from time to time
   * @return whether the list has been placed; if not, the trial is useless
   */
  boolean decode(int[] order, int[] modes, int from, double most, Budget budget) {
    int state = Math.min(from / interval, currentStates.length - 1);
    int at = state * interval;
    trial.clear();
    late = currentLate[state];
    if (state > 0) {
      trial.copyStateFrom(currentStates[state]);
      for (int i = 0; i < at; i++) {
        copyPlaces(order[i]);
      }
    }
    trialFrom = state + 1;
    for (; at < order.length; at++) {
      if (at % interval == 0 && at / interval >= trialFrom) {
        int reached = at / interval;
        trialStates[reached].copyStateFrom(trial);
        trialLate[reached] = late;
        if (late - currentLate[reached] > most || budget.look()) {
          return false;
        }
      }
      if (!trial.isPlaced(order[at]) && trial.append(order[at], modes)) {
        count(order[at]);
      }
    }
    return true;
  }

  private void count(int operation) {
    if (shop.train[operation] < 0) {
      countEnd(operation);
    } else {
      for (int member : shop.trains[shop.train[operation]]) {
        countEnd(member);
      }
    }
  }

  private void countEnd(int operation) {
    if (shop.succFrom[operation] == shop.succFrom[operation + 1]) {
      int job = shop.job[operation];
      int by = Math.max(0, trial.end[operation] - shop.due[job]);
      late += tardiness * shop.weight[job] * by;
    }
  }

  private void copyPlaces(int operation) {
    if (shop.train[operation] < 0) {
      copyPlace(operation);
    } else {
      for (int member : shop.trains[shop.train[operation]]) {
        copyPlace(member);
      }
    }
  }

  private void copyPlace(int operation) {
    trial.start[operation] = current.start[operation];
    trial.end[operation] = current.end[operation];
    trial.mode[operation] = current.mode[operation];
  }

  /** Makes the list last tried the accepted one. */
  void accept() {
    Timetable swap = current;
    current = trial;
    trial = swap;
    for (int i = trialFrom; i < currentStates.length; i++) {
      Timetable state = currentStates[i];
      currentStates[i] = trialStates[i];
      trialStates[i] = state;
      currentLate[i] = trialLate[i];
    }
  }
}
