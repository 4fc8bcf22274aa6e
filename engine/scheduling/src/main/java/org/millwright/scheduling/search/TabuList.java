// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;

/**
 * What has been undone too recently to be done again, with the iteration each ban ends at. Bans
 * share a table by hash: a collision bans something for a while that need not be, which does no
 * harm.
 */
final class TabuList {

  private static final int SIZE = 1 << 18;

  private final int[] until = new int[SIZE];

  void clear() {
    Arrays.fill(until, 0);
  }

  void banOrder(int first, int second, int end) {
    until[slot(first, second)] = end;
  }

  boolean isOrderBanned(int first, int second, int now) {
    return until[slot(first, second)] > now;
  }

  void banMachine(int operation, int machine, int end) {
    until[slot(operation, ~machine)] = end;
  }

  boolean isMachineBanned(int operation, int machine, int now) {
    return until[slot(operation, ~machine)] > now;
  }

  private static int slot(int a, int b) {
    int hash = a * 0x9E3779B1 + b * 0x85EBCA6B;
    return (hash ^ hash >>> 15) & SIZE - 1;
  }
}
