// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.function.BooleanSupplier;

/** A slice of a search: how much a lane may do before it meets the others. */
final class Budget {

  private final long deadline;
  private final long iterations;
  private final BooleanSupplier cancelled;
  private final double fraction;
  private long used;
  private boolean over;

  /**
   * A slice.
   *
   * @param deadline of {@link System#nanoTime}
   * @param iterations most iterations, {@link Long#MAX_VALUE} for any number
   * @param fraction of the whole search that lies behind, 0 to 1
   */
  Budget(long deadline, long iterations, double fraction, BooleanSupplier cancelled) {
    this.deadline = deadline;
    this.iterations = iterations;
    this.fraction = fraction;
    this.cancelled = cancelled;
  }

  /** The same slice, for another lane. */
  Budget copy() {
    return new Budget(deadline, iterations, fraction, cancelled);
  }

  /** Counts an iteration; false once the slice is over. */
  boolean next() {
    if (over || used >= iterations) {
      return false;
    }
    used++;
    return true;
  }

  /** Like {@link #next}, and looks at the clock: for iterations that take a microsecond or more. */
  boolean nextTimed() {
    if ((used & 15) == 0) {
      look();
    }
    return next();
  }

  /** Looks at the clock. */
  boolean look() {
    over |=
        (deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0)
            || cancelled.getAsBoolean();
    return over;
  }

  /** How much of the whole search lies behind at the beginning of the slice. */
  double fraction() {
    return fraction;
  }
}
