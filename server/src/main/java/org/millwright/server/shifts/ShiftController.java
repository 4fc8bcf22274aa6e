// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.model.ShiftPattern;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Patterns, the calendars that use them, holidays, and the schedule that results. */
@RestController
@RequestMapping("/api/shifts")
class ShiftController {

  private final ShiftCalendars calendars;
  private final ShiftRecords records;

  ShiftController(ShiftCalendars calendars, ShiftRecords records) {
    this.calendars = calendars;
    this.records = records;
  }

  /** The shifts of a node between two instants, with crews and people. */
  @GetMapping("/schedule")
  @Requires(Permission.VIEW)
  List<OnShift> schedule(
      @RequestParam String node, @RequestParam Instant from, @RequestParam Instant to) {
    return calendars.schedule(node, Requested.period(from, to));
  }

  @GetMapping("/patterns")
  @Requires(Permission.VIEW)
  List<ShiftPattern> patterns() {
    return records.patterns();
  }

  /** Adds a pattern, or replaces the one with its code. */
  @PostMapping("/patterns")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  ShiftPattern add(@RequestBody ShiftPattern pattern) {
    return save(pattern);
  }

  @PutMapping("/patterns/{code}")
  @Requires(Permission.MANAGE_SHIFTS)
  ShiftPattern replace(@PathVariable String code, @RequestBody ShiftPattern pattern) {
    return save(new ShiftPattern(code, pattern.name(), pattern.anchor(), pattern.cycle()));
  }

  private ShiftPattern save(ShiftPattern pattern) {
    // Patterns are shared by all nodes.
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, "");
    List<Refusal> faults = pattern.faults();
    if (!faults.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
    change("shifts.pattern", pattern.code(), pattern.toString(), to -> to.save(pattern));
    return pattern;
  }

  @DeleteMapping("/patterns/{code}")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deletePattern(@PathVariable String code) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, "");
    if (records.calendars().stream().anyMatch(entry -> code.equals(entry.pattern()))) {
      throw new RefusalException(
          HttpStatus.CONFLICT,
          new Refusal(
              "SHIFT-PATTERN-USED",
              code,
              "A calendar follows this pattern.",
              "let the calendar follow another one first."));
    }
    change("shifts.pattern.delete", code, "", to -> Requested.known(to.deletePattern(code), code));
  }

  @GetMapping("/calendars")
  @Requires(Permission.VIEW)
  List<CalendarEntry> calendars() {
    return records.calendars();
  }

  /** From a date on a node follows a pattern; replaces what was said for that date. */
  @PutMapping("/calendars")
  @Requires(Permission.MANAGE_SHIFTS)
  CalendarEntry follow(@RequestBody CalendarEntry entry) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, entry.node());
    check(entry);
    change("shifts.calendar", entry.node(), entry.toString(), to -> to.save(entry));
    return entry;
  }

  private void check(CalendarEntry entry) {
    if (entry.pattern() != null
        && records.patterns().stream().noneMatch(each -> each.code().equals(entry.pattern()))) {
      throw Requested.refused("SHIFT-PATTERN", "pattern", "There is no such pattern.");
    }
    try {
      ZoneId.of(entry.zone());
    } catch (DateTimeException unknown) {
      throw Requested.refused("SHIFT-ZONE", "zone", "\"" + entry.zone() + "\" is no time zone.");
    }
  }

  @DeleteMapping("/calendars")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unfollow(@RequestParam String node, @RequestParam LocalDate from) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, node);
    change(
        "shifts.calendar.delete",
        node,
        from.toString(),
        to -> Requested.known(to.deleteCalendar(node, from), node));
  }

  @GetMapping("/holidays")
  @Requires(Permission.VIEW)
  List<HolidayEntry> holidays() {
    return records.holidays();
  }

  /** A holiday, or a working day that replaces one; replaces what was said for node and date. */
  @PostMapping("/holidays")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  HolidayEntry add(@RequestBody HolidayEntry entry) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, entry.node());
    change("shifts.holiday", entry.node(), entry.toString(), to -> to.save(entry));
    return entry;
  }

  @DeleteMapping("/holidays")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteHoliday(@RequestParam String node, @RequestParam LocalDate date) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, node);
    change(
        "shifts.holiday.delete",
        node,
        date.toString(),
        to -> Requested.known(to.deleteHoliday(node, date), date.toString()));
  }

  /** Shifts as they really were, and overtime. */
  @GetMapping("/special")
  @Requires(Permission.VIEW)
  List<SpecialShift> special() {
    return records.specials();
  }

  @PostMapping("/special")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.CREATED)
  SpecialShift add(@RequestBody SpecialShift shift) {
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, shift.node());
    Period period = Requested.period(shift.from(), shift.to());
    if (period.duration().toHours() > 24) {
      throw Requested.refused("SHIFT-LENGTH", "to", "A shift lasts 24 hours at most.");
    }
    var stored =
        new SpecialShift(
            Requested.id(shift.id()),
            shift.node(),
            shift.businessDate(),
            shift.shift(),
            shift.crew(),
            shift.from(),
            shift.to());
    change("shifts.special", stored.node(), stored.toString(), to -> to.save(stored));
    return stored;
  }

  @DeleteMapping("/special/{id}")
  @Requires(Permission.MANAGE_SHIFTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteSpecial(@PathVariable String id) {
    Requested.requireAt(records.specials(), each -> each.id().equals(id), SpecialShift::node, id);
    change("shifts.special.delete", id, "", to -> to.deleteSpecial(id));
  }

  private void change(
      String action, String subject, String detail, Consumer<ShiftRecords> changes) {
    calendars.change(CurrentUser.get().name(), action, subject, detail, changes);
  }
}
