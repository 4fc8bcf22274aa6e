// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When a piece of equipment is meant to work, answered for any instant and any period.
 *
 * <p>Wall-clock times become instants through the time zone's rules, so a 12-hour night shift lasts
 * 11 or 13 hours on the nights the clocks change, and shifts never overlap or leave a gap there.
 */
public final class WorkCalendar {

  private final ZoneId zone;
  private final TreeMap<LocalDate, Optional<ShiftPattern>> patterns;
  private final Map<LocalDate, Holiday> holidays;
  private final Map<LocalDate, List<ShiftOccurrence>> special;
  private final List<PlannedStop> plannedStops;
  private final PeriodSet plannedStopTime;

  /**
   * @param zone the plant's time zone
   * @param patterns the pattern in force from each business date on; an empty value means that no
   *     shift runs from that date on
   * @param holidays dates on which the pattern does not hold, at most one a date
   * @param special shifts as they really were or will be on a date, such as overtime; on those
   *     dates nothing else runs. One lasts a day at most and starts at most a day from its date
   * @param plannedStops planned downtime; stops may overlap
   */
  public WorkCalendar(
      ZoneId zone,
      Map<LocalDate, Optional<ShiftPattern>> patterns,
      List<Holiday> holidays,
      List<ShiftOccurrence> special,
      List<PlannedStop> plannedStops) {
    this.zone = zone;
    this.patterns = new TreeMap<>(patterns);
    this.holidays =
        holidays.stream().collect(Collectors.toUnmodifiableMap(Holiday::date, holiday -> holiday));
    this.special = special.stream().collect(Collectors.groupingBy(ShiftOccurrence::businessDate));
    this.plannedStops = List.copyOf(plannedStops);
    this.plannedStopTime = PeriodSet.union(plannedStops.stream().map(PlannedStop::period).toList());
  }

  /** A calendar with one pattern for all dates, no holiday and no planned stop. */
  public static WorkCalendar of(ZoneId zone, ShiftPattern pattern) {
    return new WorkCalendar(
        zone, Map.of(LocalDate.MIN, Optional.of(pattern)), List.of(), List.of(), List.of());
  }

  /** The plant's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The shifts of a business date in order of time. */
  public List<ShiftOccurrence> shiftsOn(LocalDate businessDate) {
    List<ShiftOccurrence> shifts = new ArrayList<>(special.getOrDefault(businessDate, List.of()));
    for (ShiftSlot slot : slotsOn(businessDate)) {
      slot.on(businessDate, zone)
          .map(time -> new ShiftOccurrence(businessDate, slot.shift(), slot.crew(), time))
          .ifPresent(shifts::add);
    }
    shifts.sort((a, b) -> a.period().compareTo(b.period()));
    return shifts;
  }

  private List<ShiftSlot> slotsOn(LocalDate businessDate) {
    if (special.containsKey(businessDate)) {
      return List.of();
    }
    Map.Entry<LocalDate, Optional<ShiftPattern>> inForce = patterns.floorEntry(businessDate);
    if (inForce == null || inForce.getValue().isEmpty()) {
      return List.of();
    }
    ShiftPattern pattern = inForce.getValue().get();
    Holiday holiday = holidays.get(businessDate);
    if (holiday == null) {
      return pattern.slotsOn(businessDate);
    }
    if (holiday.worksLikeCycleDay().isEmpty()) {
      return List.of();
    }
    int day = Math.floorMod(holiday.worksLikeCycleDay().getAsInt(), pattern.cycle().size());
    return pattern.cycle().get(day);
  }

  /** The shifts that share time with a period, whole and in order of time. */
  public List<ShiftOccurrence> shifts(Period period) {
    List<ShiftOccurrence> shifts = new ArrayList<>();
    for (LocalDate date = firstDate(period);
        !date.isAfter(lastDate(period));
        date = date.plusDays(1)) {
      for (ShiftOccurrence shift : shiftsOn(date)) {
        if (shift.period().overlaps(period)) {
          shifts.add(shift);
        }
      }
    }
    shifts.sort((a, b) -> a.period().compareTo(b.period()));
    return shifts;
  }

  /** The shift that runs at an instant. */
  public Optional<ShiftOccurrence> shiftAt(Instant instant) {
    return shifts(new Period(instant, instant.plusNanos(1))).stream().findFirst();
  }

  /** The date an instant is booked on: its shift's, or outside all shifts the date on the wall. */
  public LocalDate businessDateAt(Instant instant) {
    return shiftAt(instant)
        .map(ShiftOccurrence::businessDate)
        .orElseGet(() -> instant.atZone(zone).toLocalDate());
  }

  /**
   * The time a business date stands for in reports: from the start of its first shift to the start
   * of the first shift of the next date that follows it without a gap of dates, or else midnight to
   * midnight by the clock on the wall.
   */
  public Period businessDay(LocalDate businessDate) {
    Instant start = dayStart(businessDate);
    Instant end = dayStart(businessDate.plusDays(1));
    return Period.between(start, end)
        .orElseGet(() ->
            new Period(
                businessDate.atStartOfDay(zone).toInstant(),
                businessDate.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private Instant dayStart(LocalDate businessDate) {
    Map.Entry<LocalDate, Optional<ShiftPattern>> inForce = patterns.floorEntry(businessDate);
    // A day off starts like the working days of its pattern, so that days tile over holidays too.
    Optional<ShiftSlot> first =
        Optional.ofNullable(inForce).flatMap(Map.Entry::getValue).stream()
            .flatMap(pattern -> pattern.cycle().stream().flatMap(List::stream))
            .min((a, b) ->
                a.startDayOffset() != b.startDayOffset()
                    ? Integer.compare(a.startDayOffset(), b.startDayOffset())
                    : a.start().compareTo(b.start()));
    return first
        .map(slot -> businessDate.plusDays(slot.startDayOffset()).atTime(slot.start()))
        .orElseGet(businessDate::atStartOfDay)
        .atZone(zone)
        .toInstant();
  }

  /** Time in which shifts run: planned operation time (POT). */
  public PeriodSet plannedOperation(Period period) {
    return PeriodSet.union(shifts(period).stream().map(ShiftOccurrence::period).toList())
        .intersect(period);
  }

  /** Time in which production is planned: shifts less breaks and planned stops (PBT). */
  public PeriodSet plannedBusy(Period period) {
    List<Period> breaks = new ArrayList<>();
    for (LocalDate date = firstDate(period);
        !date.isAfter(lastDate(period));
        date = date.plusDays(1)) {
      for (ShiftSlot slot : slotsOn(date)) {
        breaks.addAll(slot.breaksOn(date, zone));
      }
    }
    return plannedOperation(period).minus(PeriodSet.union(breaks)).minus(plannedStopTime);
  }

  /** The planned stops that share time with a period. */
  public List<PlannedStop> plannedStops(Period period) {
    return plannedStops.stream().filter(stop -> stop.period().overlaps(period)).toList();
  }

  // A shift starts at most one calendar day from its business date and lasts at most one day.
  private LocalDate firstDate(Period period) {
    return period.start().atZone(zone).toLocalDate().minusDays(2);
  }

  private LocalDate lastDate(Period period) {
    return period.end().atZone(zone).toLocalDate().plusDays(1);
  }
}
