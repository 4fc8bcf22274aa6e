// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** Follows a run event by event. */
@FunctionalInterface
public interface TraceListener {

  /**
   * Something happened.
   *
   * @param time in ticks
   * @param element the id of the element it happened at
   * @param subject the serial number of an item, or the number of a reason to stop
   */
  void record(long time, TraceKind kind, String element, long subject);
}
