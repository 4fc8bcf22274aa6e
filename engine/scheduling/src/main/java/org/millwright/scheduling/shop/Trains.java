// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.scheduling.problem.Link;

/**
 * Finds operations that must be placed together.
 *
 * <p>A greatest lag ties an operation to the one before it, and so does a machine without room
 * behind it: whoever places the first must know where the second goes. A job whose tied operations
 * lie apart becomes one train as a whole, so that trains never wait for each other in a circle.
 */
final class Trains {

  private Trains() {}

  static int[][] find(Shop shop) {
    List<int[]> trains = new ArrayList<>();
    for (int j = 0; j < shop.jobs; j++) {
      job(shop, j, trains);
    }
    return trains.toArray(int[][]::new);
  }

  private static void job(Shop shop, int j, List<int[]> trains) {
    int first = shop.jobFrom[j];
    int count = shop.jobFrom[j + 1] - first;
    int[] group = new int[count];
    Arrays.setAll(group, i -> i);
    boolean tied = false;
    for (int o = first; o < first + count; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        if (ties(shop, link, o)) {
          tied = true;
          merge(group, shop.pred[link] - first, o - first);
        }
      }
    }
    if (tied) {
      collect(group, first, isRow(shop, j), trains);
    }
  }

  private static boolean ties(Shop shop, int link, int after) {
    int before = shop.pred[link];
    if (shop.isLocked(before) || shop.isLocked(after)) {
      return false;
    }
    boolean blocks = false;
    for (int mode = shop.modeFrom[before]; mode < shop.modeFrom[before + 1]; mode++) {
      blocks |= shop.blocking[shop.modeMachine[mode]];
    }
    return blocks || shop.maxLag[link] != Link.UNLIMITED;
  }

  private static void merge(int[] group, int a, int b) {
    int from = group[a];
    int to = group[b];
    for (int i = 0; i < group.length; i++) {
      if (group[i] == from) {
        group[i] = to;
      }
    }
  }

  /** In a plain row tied groups are stretches; elsewhere the whole job is taken. */
  private static void collect(int[] group, int first, boolean row, List<int[]> trains) {
    if (!row) {
      int[] all = new int[group.length];
      Arrays.setAll(all, i -> first + i);
      trains.add(all);
      return;
    }
    for (int from = 0; from < group.length; ) {
      int to = from + 1;
      while (to < group.length && group[to] == group[from]) {
        to++;
      }
      if (to - from > 1) {
        int begin = first + from;
        int[] train = new int[to - from];
        Arrays.setAll(train, i -> begin + i);
        trains.add(train);
      }
      from = to;
    }
  }

  private static boolean isRow(Shop shop, int j) {
    for (int o = shop.jobFrom[j]; o < shop.jobFrom[j + 1]; o++) {
      int expected = o == shop.jobFrom[j] ? 0 : 1;
      if (shop.predFrom[o + 1] - shop.predFrom[o] != expected
          || (expected == 1 && shop.pred[shop.predFrom[o]] != o - 1)) {
        return false;
      }
    }
    return true;
  }
}
