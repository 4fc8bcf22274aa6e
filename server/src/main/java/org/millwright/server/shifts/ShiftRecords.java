// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.millwright.model.ShiftPattern;
import org.millwright.model.ShiftSlot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shifts in the records database. */
@Repository
class ShiftRecords {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ShiftRecords(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<ShiftPattern> patterns() {
    return jdbc.sql("select code, name, anchor, cycle from shift_pattern order by code")
        .query((set, number) ->
            new ShiftPattern(
                set.getString(1),
                set.getString(2),
                set.getObject(3, LocalDate.class),
                json.readValue(set.getString(4), new TypeReference<List<List<ShiftSlot>>>() {})))
        .list();
  }

  void save(ShiftPattern pattern) {
    String cycle = json.writeValueAsString(pattern.cycle());
    int updated =
        jdbc.sql("update shift_pattern set name = ?, anchor = ?, cycle = ? where code = ?")
            .params(pattern.name(), pattern.anchor(), cycle, pattern.code())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into shift_pattern (name, anchor, cycle, code) values (?, ?, ?, ?)")
          .params(pattern.name(), pattern.anchor(), cycle, pattern.code())
          .update();
    }
  }

  boolean deletePattern(String code) {
    return jdbc.sql("delete from shift_pattern where code = ?").param(code).update() > 0;
  }

  List<CalendarEntry> calendars() {
    return jdbc.sql(
            "select node, valid_from, pattern_code, zone from shift_calendar"
                + " order by node, valid_from")
        .query((set, number) ->
            new CalendarEntry(
                set.getString(1),
                set.getObject(2, LocalDate.class),
                set.getString(3),
                set.getString(4)))
        .list();
  }

  void save(CalendarEntry entry) {
    deleteCalendar(entry.node(), entry.from());
    jdbc.sql(
            "insert into shift_calendar (node, valid_from, pattern_code, zone) values (?, ?, ?, ?)")
        .params(Arrays.asList(entry.node(), entry.from(), entry.pattern(), entry.zone()))
        .update();
  }

  boolean deleteCalendar(String node, LocalDate from) {
    return jdbc.sql("delete from shift_calendar where node = ? and valid_from = ?")
            .params(node, from)
            .update()
        > 0;
  }

  List<HolidayEntry> holidays() {
    return jdbc.sql("select node, on_date, name, works_like from shift_holiday order by on_date")
        .query((set, number) ->
            new HolidayEntry(
                set.getString(1),
                set.getObject(2, LocalDate.class),
                set.getString(3),
                set.getObject(4, Integer.class)))
        .list();
  }

  void save(HolidayEntry entry) {
    deleteHoliday(entry.node(), entry.date());
    jdbc.sql("insert into shift_holiday (node, on_date, name, works_like) values (?, ?, ?, ?)")
        .params(Arrays.asList(entry.node(), entry.date(), entry.name(), entry.worksLikeCycleDay()))
        .update();
  }

  boolean deleteHoliday(String node, LocalDate date) {
    return jdbc.sql("delete from shift_holiday where node = ? and on_date = ?")
            .params(node, date)
            .update()
        > 0;
  }

  List<StopEntry> stops() {
    return jdbc.sql(
            "select id, node, starts_at, ends_at, reason, note from shift_planned_stop"
                + " order by starts_at")
        .query((set, number) ->
            new StopEntry(
                set.getString(1),
                set.getString(2),
                instant(set.getObject(3, OffsetDateTime.class)),
                instant(set.getObject(4, OffsetDateTime.class)),
                set.getString(5),
                set.getString(6)))
        .list();
  }

  void save(StopEntry entry) {
    deleteStop(entry.id());
    jdbc.sql(
            "insert into shift_planned_stop (id, node, starts_at, ends_at, reason, note)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            entry.id(),
            entry.node(),
            utc(entry.from()),
            utc(entry.to()),
            entry.reason(),
            entry.note())
        .update();
  }

  boolean deleteStop(String id) {
    return jdbc.sql("delete from shift_planned_stop where id = ?").param(id).update() > 0;
  }

  List<SpecialShift> specials() {
    return jdbc.sql(
            "select id, node, business_date, shift, crew, starts_at, ends_at from shift_special"
                + " order by starts_at")
        .query((set, number) ->
            new SpecialShift(
                set.getString(1),
                set.getString(2),
                set.getObject(3, LocalDate.class),
                set.getString(4),
                set.getString(5),
                instant(set.getObject(6, OffsetDateTime.class)),
                instant(set.getObject(7, OffsetDateTime.class))))
        .list();
  }

  void save(SpecialShift shift) {
    deleteSpecial(shift.id());
    jdbc.sql(
            "insert into shift_special (id, node, business_date, shift, crew, starts_at, ends_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            shift.id(),
            shift.node(),
            shift.businessDate(),
            shift.shift(),
            shift.crew(),
            utc(shift.from()),
            utc(shift.to()))
        .update();
  }

  boolean deleteSpecial(String id) {
    return jdbc.sql("delete from shift_special where id = ?").param(id).update() > 0;
  }

  List<Crew> crews() {
    return jdbc.sql("select id, node, name, members from shift_crew order by node, name")
        .query((set, number) ->
            new Crew(
                set.getString(1),
                set.getString(2),
                set.getString(3),
                json.readValue(set.getString(4), new TypeReference<List<String>>() {})))
        .list();
  }

  void save(Crew crew) {
    deleteCrew(crew.id());
    jdbc.sql("insert into shift_crew (id, node, name, members) values (?, ?, ?, ?)")
        .params(crew.id(), crew.node(), crew.name(), json.writeValueAsString(crew.members()))
        .update();
  }

  boolean deleteCrew(String id) {
    return jdbc.sql("delete from shift_crew where id = ?").param(id).update() > 0;
  }

  List<Duty> duties() {
    return jdbc.sql(
            "select id, node, starts_at, ends_at, person, note from shift_duty order by starts_at")
        .query((set, number) ->
            new Duty(
                set.getString(1),
                set.getString(2),
                instant(set.getObject(3, OffsetDateTime.class)),
                instant(set.getObject(4, OffsetDateTime.class)),
                set.getString(5),
                set.getString(6)))
        .list();
  }

  void save(Duty duty) {
    deleteDuty(duty.id());
    jdbc.sql(
            "insert into shift_duty (id, node, starts_at, ends_at, person, note)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            duty.id(), duty.node(), utc(duty.from()), utc(duty.to()), duty.person(), duty.note())
        .update();
  }

  boolean deleteDuty(String id) {
    return jdbc.sql("delete from shift_duty where id = ?").param(id).update() > 0;
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
