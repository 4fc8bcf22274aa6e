// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

/**
 * A row that cannot be right.
 *
 * @param line in the file, the header being line 1
 * @param kind what is wrong with it
 * @param message a sentence
 */
public record LogFault(int line, Kind kind, String message) {

  /** What can be wrong with a row. */
  public enum Kind {
    /** It has more or fewer values than the header. */
    COLUMNS(true),
    /** Order, activity or resource is empty. */
    EMPTY(true),
    /** A time is not one. */
    TIME(true),
    /** It ends before it starts. */
    BACKWARDS(true),
    /** It ends when it starts. */
    NO_TIME(true),
    /** It lasts longer than a week: something was not signed off. */
    TOO_LONG(true),
    /** Another row is the same in every value. */
    DUPLICATE(true),
    /** Its resource was at the same time on the same order and activity: the time counts once. */
    DOUBLE_BOOKED(false),
    /** Its resource was at the same time on something else. */
    OVERLAP(false);

    private final boolean leftOut;

    Kind(boolean leftOut) {
      this.leftOut = leftOut;
    }

    /** Whether such a row is left out; the others are used and only told of. */
    public boolean leftOut() {
      return leftOut;
    }
  }
}
