// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Span;

/** Working time counted the plain way: by looking at every stretch of the calendar. */
final class WorkingTime {

  private WorkingTime() {}

  /** Working ticks from {@code from} to before {@code to}; 0 if there is nothing between. */
  static long between(Calendar calendar, int from, int to) {
    if (calendar.isAlways()) {
      return Math.max(0, (long) to - from);
    }
    long sum = 0;
    for (Span span : calendar.working()) {
      sum += Math.max(0, Math.min(to, span.to()) - Math.max(from, span.from()));
    }
    return sum;
  }

  /** Whether every tick of the stretch is working time. */
  static boolean unbroken(Calendar calendar, int from, int to) {
    return between(calendar, from, to) == (long) to - from;
  }

  /** The tick after {@code work} working ticks from {@code from}; beyond every horizon if none. */
  static int after(Calendar calendar, int from, int work) {
    if (work == 0 || calendar.isAlways()) {
      return from + work;
    }
    int left = work;
    for (Span span : calendar.working()) {
      int begin = Math.max(from, span.from());
      if (begin < span.to()) {
        if (left <= span.to() - begin) {
          return begin + left;
        }
        left -= span.to() - begin;
      }
    }
    return Integer.MAX_VALUE;
  }
}
