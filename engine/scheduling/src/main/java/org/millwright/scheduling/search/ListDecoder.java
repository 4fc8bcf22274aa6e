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

  ListDecoder(Shop shop) {
    this.shop = shop;
    interval = Math.max(32, shop.operations / CHECKPOINTS);
    current = new Timetable(shop);
    trial = new Timetable(shop);
    int count = shop.operations / interval + 1;
    currentStates = new Timetable[count];
    trialStates = new Timetable[count];
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
   * @param budget looked at from time to time; once over, the result is useless
   */
  void decode(int[] order, int[] modes, int from, Budget budget) {
    int state = Math.min(from / interval, currentStates.length - 1);
    int at = state * interval;
    trial.clear();
    if (state > 0) {
      trial.copyStateFrom(currentStates[state]);
      for (int i = 0; i < at; i++) {
        copyPlaces(order[i]);
      }
    }
    trialFrom = state + 1;
    for (; at < order.length; at++) {
      if (at % interval == 0 && at / interval >= trialFrom) {
        trialStates[at / interval].copyStateFrom(trial);
        if (budget.look()) {
          return;
        }
      }
      if (!trial.isPlaced(order[at])) {
        trial.append(order[at], modes);
      }
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
    }
  }
}
