// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.model.TimeScale;
import org.millwright.simulation.model.WorkCalendar;

/** A calendar on the tick clock. */
final class CalendarTicks {

  /** The time of something that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private final long period;
  private final long[] from;
  private final long[] to;

  CalendarTicks(WorkCalendar calendar, TimeScale scale) {
    period = scale.ticks(calendar.period());
    from = calendar.work().stream().mapToLong(span -> scale.ticks(span.from())).toArray();
    to = calendar.work().stream().mapToLong(span -> scale.ticks(span.to())).toArray();
  }

  boolean isOpen(long time) {
    long phase = time % period;
    for (int i = 0; i < from.length; i++) {
      if (phase >= from[i] && phase < to[i]) {
        return true;
      }
    }
    return false;
  }

  /** The next time after this one when work begins or ends. */
  long nextChange(long time) {
    boolean open = isOpen(time);
    long start = time - time % period;
    for (long round = start; round <= start + period; round += period) {
      for (int i = 0; i < from.length; i++) {
        if (isChange(round + from[i], time, open)) {
          return round + from[i];
        }
        if (isChange(round + to[i], time, open)) {
          return round + to[i];
        }
      }
    }
    return NEVER;
  }

  private boolean isChange(long candidate, long time, boolean open) {
    return candidate > time && isOpen(candidate) != open;
  }
}
