// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.millwright.model.Holiday;
import org.millwright.model.Period;
import org.millwright.model.PlannedStop;
import org.millwright.model.ShiftOccurrence;
import org.millwright.model.ShiftPattern;
import org.millwright.model.WorkCalendar;

/** Everything about shifts at one moment; immutable but for its memory of calendars built. */
final class ShiftBook {

  private final ZoneId zone;
  private final Map<String, ShiftPattern> patterns = new HashMap<>();
  private final Map<String, List<CalendarEntry>> calendars;
  private final Map<String, List<HolidayEntry>> holidays;
  private final Map<String, List<StopEntry>> stops;
  private final Map<String, List<SpecialShift>> specials;
  private final Map<String, List<Crew>> crews;
  private final Map<String, List<Duty>> duties;
  private final Map<String, WorkCalendar> built = new ConcurrentHashMap<>();

  ShiftBook(ShiftRecords records, ZoneId zone) {
    this.zone = zone;
    records.patterns().forEach(pattern -> patterns.put(pattern.code(), pattern));
    this.calendars = byNode(records.calendars(), CalendarEntry::node);
    this.holidays = byNode(records.holidays(), HolidayEntry::node);
    this.stops = byNode(records.stops(), StopEntry::node);
    this.specials = byNode(records.specials(), SpecialShift::node);
    this.crews = byNode(records.crews(), Crew::node);
    this.duties = byNode(records.duties(), Duty::node);
  }

  private static <T> Map<String, List<T>> byNode(List<T> all, Function<T, String> node) {
    Map<String, List<T>> byNode = new HashMap<>();
    all.forEach(each -> byNode.computeIfAbsent(node.apply(each), n -> new ArrayList<>()).add(each));
    return byNode;
  }

  WorkCalendar calendar(String node) {
    return built.computeIfAbsent(node, this::build);
  }

  private WorkCalendar build(String node) {
    List<String> path = upwards(node);
    List<CalendarEntry> entries =
        path.stream()
            .map(each -> calendars.getOrDefault(each, List.of()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
    Map<LocalDate, Optional<ShiftPattern>> inForce = new HashMap<>();
    ZoneId where = zone;
    for (CalendarEntry entry : entries) {
      inForce.put(entry.from(), Optional.ofNullable(entry.pattern()).map(patterns::get));
      where = ZoneId.of(entry.zone());
    }
    return new WorkCalendar(where, inForce, holidaysOf(path), specialsOf(path), stopsOf(path));
  }

  private List<Holiday> holidaysOf(List<String> path) {
    Map<LocalDate, Holiday> byDate = new HashMap<>();
    for (String node : path) {
      for (HolidayEntry entry : holidays.getOrDefault(node, List.of())) {
        Integer like = entry.worksLikeCycleDay();
        // The nearest node's word counts.
        byDate.putIfAbsent(
            entry.date(),
            new Holiday(
                entry.date(),
                entry.name(),
                like == null ? OptionalInt.empty() : OptionalInt.of(like)));
      }
    }
    return List.copyOf(byDate.values());
  }

  private List<ShiftOccurrence> specialsOf(List<String> path) {
    return path.stream()
        .flatMap(node -> specials.getOrDefault(node, List.of()).stream())
        .map(each ->
            new ShiftOccurrence(
                each.businessDate(), each.shift(), each.crew(), new Period(each.from(), each.to())))
        .toList();
  }

  private List<PlannedStop> stopsOf(List<String> path) {
    return path.stream()
        .flatMap(node -> stops.getOrDefault(node, List.of()).stream())
        .map(each ->
            new PlannedStop(
                each.id(), new Period(each.from(), each.to()), each.reason(), each.note()))
        .toList();
  }

  Optional<OnShift> onShift(String node, Instant at) {
    return calendar(node).shiftAt(at).map(shift -> withPersons(node, shift, at));
  }

  OnShift withPersons(String node, ShiftOccurrence shift, Instant at) {
    List<String> persons = new ArrayList<>();
    for (String each : upwards(node)) {
      for (Duty duty : duties.getOrDefault(each, List.of())) {
        if (!at.isBefore(duty.from()) && at.isBefore(duty.to())) {
          persons.add(duty.person());
        }
      }
    }
    upwards(node).stream()
        .flatMap(each -> crews.getOrDefault(each, List.of()).stream())
        .filter(crew -> crew.name().equals(shift.crew()))
        .findFirst()
        .ifPresent(crew -> persons.addAll(crew.members()));
    return new OnShift(
        shift.businessDate(),
        shift.shift(),
        shift.crew(),
        shift.period().start(),
        shift.period().end(),
        persons.stream().distinct().toList());
  }

  /** The path itself and every node above it, up to the empty path of the installation. */
  static List<String> upwards(String node) {
    List<String> path = new ArrayList<>();
    String at = node;
    while (!at.isEmpty()) {
      path.add(at);
      int slash = at.lastIndexOf('/');
      at = slash < 0 ? "" : at.substring(0, slash);
    }
    path.add("");
    return path;
  }
}
