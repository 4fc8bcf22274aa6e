// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt to connect: twice as long after each failure, up to four
 * seconds, and not all edge nodes at once. A host that restarts is then met again within five
 * seconds of listening; a plant has too few edge nodes to be a burden to a broker that is down.
 */
public final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 4_000;

  private long next = FIRST_MILLIS;

  /** The next wait in milliseconds, 75 % to 125 % of the plan. */
  public long next() {
    long wait = next;
    next = Math.min(LONGEST_MILLIS, 2 * next);
    return (long) (wait * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
  }

  /** An attempt succeeded. */
  public void reset() {
    next = FIRST_MILLIS;
  }
}
