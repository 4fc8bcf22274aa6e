// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.problem.TimeScale;

/** Reads calendars: weekly shifts in a time zone, single stretches, and what is closed. */
final class CalendarReader {

  private final TimeScale scale;
  private final int horizon;

  CalendarReader(TimeScale scale, int horizon) {
    this.scale = scale;
    this.horizon = horizon;
  }

  Calendar read(Cursor at) {
    String id = at.text("id");
    List<Span> working = spans(at, "working");
    if (at.has("weekly")) {
      working.addAll(weekly(at));
    }
    if (!at.has("weekly") && !at.has("working")) {
      working.add(new Span(0, horizon));
    }
    List<Span> open = subtract(union(working), union(spans(at, "closed")));
    at.textOr("zone", "");
    at.expectNoMore();
    if (open.isEmpty()) {
      at.fault("SCHEDULE-CALENDAR", "", "Calendar " + id + " has no working time.");
      return new Calendar(id, List.of(new Span(0, 1)));
    }
    return new Calendar(id, open);
  }

  List<Span> spans(Cursor at, String name) {
    List<Span> spans = new ArrayList<>();
    for (Cursor item : at.list(name)) {
      int from = item.time("from", scale, null);
      int to = item.time("to", scale, null);
      item.expectNoMore();
      if (to <= from) {
        item.fault("SCHEDULE-CALENDAR", "to", "It must be after \"from\".");
      } else {
        spans.add(new Span(from, Math.min(to, horizon)));
      }
    }
    spans.removeIf(span -> span.from() >= span.to());
    return spans;
  }

  private List<Span> weekly(Cursor at) {
    List<Span> spans = new ArrayList<>();
    ZoneId zone = zone(at);
    if (!scale.dated()) {
      at.fault("SCHEDULE-CALENDAR", "weekly", "Weekly shifts need the \"origin\" of the problem.");
      return List.of(new Span(0, horizon));
    }
    for (Cursor shift : at.list("weekly")) {
      Set<DayOfWeek> days = days(shift);
      LocalTime from = clock(shift, "from");
      LocalTime to = clock(shift, "to");
      shift.expectNoMore();
      LocalDate day = scale.origin().atZone(zone).toLocalDate().minusDays(1);
      LocalDate last = scale.instant(horizon).atZone(zone).toLocalDate();
      for (; !day.isAfter(last); day = day.plusDays(1)) {
        if (days.contains(day.getDayOfWeek())) {
          add(spans, day, from, to, zone);
        }
      }
    }
    return spans;
  }

  private void add(List<Span> spans, LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
    LocalDate end = to.isAfter(from) ? day : day.plusDays(1);
    long first = scale.tickAt(day.atTime(from).atZone(zone).toInstant());
    long after = scale.tickAt(end.atTime(to).atZone(zone).toInstant());
    int start = (int) Math.max(0, first);
    int stop = (int) Math.min(horizon, after);
    if (start < stop) {
      spans.add(new Span(start, stop));
    }
  }

  private static ZoneId zone(Cursor at) {
    try {
      return ZoneId.of(at.textOr("zone", "Z"));
    } catch (DateTimeException unknown) {
      at.fault("SCHEDULE-UNKNOWN", "zone", "There is no time zone of this name.");
      return ZoneOffset.UTC;
    }
  }

  private static Set<DayOfWeek> days(Cursor shift) {
    Set<DayOfWeek> days = new HashSet<>();
    for (String name : shift.texts("days")) {
      try {
        days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        shift.fault("SCHEDULE-UNKNOWN", "days", "There is no day " + name + ".");
      }
    }
    if (days.isEmpty()) {
      Collections.addAll(days, DayOfWeek.values());
    }
    return days;
  }

  private static LocalTime clock(Cursor shift, String name) {
    try {
      String text = shift.text(name);
      return text.equals("24:00") || text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException unreadable) {
      shift.fault("SCHEDULE-TIME", name, "A time of day such as 06:00 is expected.");
      return LocalTime.MIDNIGHT;
    }
  }

  /** Disjoint spans in order that cover the same ticks. */
  static List<Span> union(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted().toList()) {
      if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** What is left of disjoint ordered spans without others. */
  static List<Span> subtract(List<Span> from, List<Span> closed) {
    List<Span> left = new ArrayList<>();
    int first = 0;
    for (Span span : from) {
      int at = span.from();
      while (first < closed.size() && closed.get(first).to() <= at) {
        first++;
      }
      for (int c = first; c < closed.size() && closed.get(c).from() < span.to(); c++) {
        if (closed.get(c).from() > at) {
          left.add(new Span(at, closed.get(c).from()));
        }
        at = Math.max(at, closed.get(c).to());
      }
      if (at < span.to()) {
        left.add(new Span(at, span.to()));
      }
    }
    return left;
  }
}
