// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.Arrays;

/**
 * Sequence-dependent setup times of a machine, in ticks, by family.
 *
 * <p>A setup may be made before its job has arrived. It takes working time of the machine between
 * the end of one operation and the start of the next, and may pause over breaks.
 */
public final class Setups {

  /** No setups at all. */
  public static final Setups NONE = new Setups(new int[0][], new int[0]);

  private final int[][] between;
  private final int[] initial;

  /**
   * Takes ownership of both arrays.
   *
   * @param between row: the family before, column: the family after; asymmetric if need be
   * @param initial time to set up each family on a machine that comes without a family
   */
  public Setups(int[][] between, int[] initial) {
    this.between = between;
    this.initial = initial;
  }

  /**
   * The time to change over.
   *
   * @param before family the machine is set up for, negative if for none
   * @param after family wanted, negative for an operation without family, which needs no setup
   */
  public int ticks(int before, int after) {
    if (after < 0 || after >= initial.length) {
      return 0;
    }
    return before < 0 || before >= between.length ? initial[after] : between[before][after];
  }

  /** Whether every setup takes no time. */
  public boolean isNone() {
    return between.length == 0;
  }

  /** The longest setup there is. */
  public int longest() {
    int longest = Arrays.stream(initial).max().orElse(0);
    for (int[] row : between) {
      longest = Math.max(longest, Arrays.stream(row).max().orElse(0));
    }
    return longest;
  }
}
