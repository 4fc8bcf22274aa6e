// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** The working hours of one station. */
final class ShiftState {

  /** Whether a job under way is finished after the end of a shift. */
  final boolean finishes;

  private final CalendarTicks calendar;

  /** Whether the station is off. */
  boolean off;

  /** Whether the shift is over but a job is being finished. */
  boolean pending;

  ShiftState(CalendarTicks calendar, boolean finishes) {
    this.calendar = calendar;
    this.finishes = finishes;
  }

  boolean isOpen(long time) {
    return calendar.isOpen(time);
  }

  long nextChange(long time) {
    return calendar.nextChange(time);
  }

  void exchange(Archive archive) {
    off = archive.exchange(off);
    pending = archive.exchange(pending);
  }
}
