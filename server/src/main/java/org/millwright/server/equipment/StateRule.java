// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import org.jspecify.annotations.Nullable;

/**
 * How a value of a property tells the state of a work unit. Rules are tried in the order of their
 * position; the first that holds decides.
 *
 * @param position order, from 1
 * @param property name of the template property that is looked at
 * @param test how it is looked at
 * @param low threshold, or lower bound of {@link Test#BETWEEN}; null for {@link Test#PACKML}
 * @param high upper bound of {@link Test#BETWEEN}, else null
 * @param seconds the test has to hold this long before the state changes
 * @param state name of the state that results; null for {@link Test#PACKML}, which maps by itself
 */
public record StateRule(
    int position,
    String property,
    Test test,
    @Nullable Double low,
    @Nullable Double high,
    double seconds,
    @Nullable String state) {

  /** Ways to look at a value; a Boolean counts as 0 or 1. */
  public enum Test {
    /** PackML TR88.00.02 StateCurrent 1 to 17. */
    PACKML,
    BELOW,
    ABOVE,
    EQUALS,
    /** Both bounds included. */
    BETWEEN
  }
}
