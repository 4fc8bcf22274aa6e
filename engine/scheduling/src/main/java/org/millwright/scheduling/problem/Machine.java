// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * A machine, or a furnace that takes several operations at once.
 *
 * @param id name in the input
 * @param calendar when it works
 * @param availableFrom first tick it can be used, at least 0
 * @param setups its setup times
 * @param initialFamily family it is set up for at the start, -1 for none
 * @param blocking whether there is no room behind it: a finished operation holds it until every
 *     operation that follows in its job has started
 * @param batchCapacity 0 for one operation at a time; otherwise the total size of the operations of
 *     one family that may start and end together
 * @param power kilowatts drawn while working
 */
public record Machine(
    String id,
    Calendar calendar,
    int availableFrom,
    Setups setups,
    int initialFamily,
    boolean blocking,
    int batchCapacity,
    double power) {

  /** A machine that is always there and never needs a setup. */
  public static Machine plain(String id) {
    return new Machine(id, Calendar.ALWAYS, 0, Setups.NONE, -1, false, 0, 0);
  }

  /** The same machine with other setup times. */
  public Machine withSetups(Setups other) {
    return new Machine(
        id, calendar, availableFrom, other, initialFamily, blocking, batchCapacity, power);
  }

  /** The same machine with another calendar. */
  public Machine withCalendar(Calendar other) {
    return new Machine(
        id, other, availableFrom, setups, initialFamily, blocking, batchCapacity, power);
  }

  /** Whether it works on several operations at once. */
  public boolean isBatching() {
    return batchCapacity > 0;
  }
}
