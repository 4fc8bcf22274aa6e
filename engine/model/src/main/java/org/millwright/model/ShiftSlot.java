// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One shift of one day of a pattern: when it runs by the clock on the wall, and who works it.
 *
 * @param shift name of the shift as people say it, such as 早班 or "Night"
 * @param crew name of the crew, such as 甲班 or "A"; empty when no crew is named
 * @param startDayOffset calendar days from the business date to the day it starts on: 0 usually, 1
 *     when a night shift that starts after midnight is booked on the day before, -1 when one that
 *     starts the evening before is booked on the day it ends
 * @param start wall-clock start
 * @param end wall-clock end; not later than {@code start} means the next day, equal means 24 hours
 * @param breaks planned breaks inside the shift, during which the equipment stands as planned
 */
public record ShiftSlot(
    String shift,
    String crew,
    int startDayOffset,
    LocalTime start,
    LocalTime end,
    List<PlannedBreak> breaks) {

  public ShiftSlot {
    breaks = List.copyOf(breaks);
    if (startDayOffset < -1 || startDayOffset > 1) {
      throw new IllegalArgumentException("start day offset is -1, 0 or 1, not " + startDayOffset);
    }
  }

  /** A shift that starts on its business date and has no planned break. */
  public static ShiftSlot of(String shift, String crew, LocalTime start, LocalTime end) {
    return new ShiftSlot(shift, crew, 0, start, end, List.of());
  }

  /**
   * A planned break by the clock on the wall, on the first or second calendar day of the shift.
   *
   * @param name what it is, such as 午餐 or "Lunch"
   * @param start wall-clock start
   * @param end wall-clock end; not later than {@code start} means past midnight
   */
  public record PlannedBreak(String name, LocalTime start, LocalTime end) {}

  /**
   * When the shift of a business date really runs. Wall-clock times a clock change skips move
   * forward, times it repeats mean the earlier one, so that shifts that tile by the clock tile in
   * real time; a shift that a clock change swallows whole does not exist.
   */
  Optional<Period> on(LocalDate businessDate, ZoneId zone) {
    LocalDate first = businessDate.plusDays(startDayOffset);
    return between(first, start, end, zone);
  }

  /** When the breaks of the shift of a business date really are, never outside the shift. */
  List<Period> breaksOn(LocalDate businessDate, ZoneId zone) {
    Optional<Period> whole = on(businessDate, zone);
    if (whole.isEmpty()) {
      return List.of();
    }
    LocalDate first = businessDate.plusDays(startDayOffset);
    return breaks.stream()
        .flatMap(pause -> {
          LocalDate day = pause.start().isBefore(start) ? first.plusDays(1) : first;
          return between(day, pause.start(), pause.end(), zone).stream();
        })
        .flatMap(pause -> pause.intersect(whole.get()).stream())
        .toList();
  }

  private static Optional<Period> between(
      LocalDate day, LocalTime from, LocalTime until, ZoneId zone) {
    LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
    return Period.between(
        day.atTime(from).atZone(zone).toInstant(), lastDay.atTime(until).atZone(zone).toInstant());
  }
}
