// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.model.WorkCalendar;
import org.millwright.simulation.model.WorkCalendar.Span;

/** Reads a calendar: working spans in order, apart, and within the period. */
final class CalendarReader {

  private CalendarReader() {}

  static WorkCalendar read(Cursor at) {
    String id = at.text("id");
    double period = at.number("period", Range.POSITIVE);
    List<Span> work = new ArrayList<>();
    double last = 0;
    for (Cursor entry : at.children("work")) {
      if (entry.isObject()) {
        Span span =
            new Span(entry.number("from", Range.NOT_NEGATIVE), entry.number("to", Range.POSITIVE));
        entry.refuseUnknown();
        check(entry, span, last, period);
        last = span.to();
        work.add(span);
      }
    }
    if (work.isEmpty()) {
      at.fault(
          "SIM-LENGTH", "work", "A calendar without working time stops its line for ever.", "");
    }
    at.refuseUnknown();
    return new WorkCalendar(id, period, work);
  }

  private static void check(Cursor at, Span span, double last, double period) {
    if (span.from() < last || span.to() <= span.from() || span.to() > period) {
      at.fault(
          "SIM-CALENDAR",
          "The span %s to %s is empty, overlaps the one before, or leaves the period %s."
              .formatted(span.from(), span.to(), period));
    }
  }
}
