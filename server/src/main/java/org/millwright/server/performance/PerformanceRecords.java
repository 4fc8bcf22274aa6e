// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.performance.Annotation.Reach;
import org.millwright.performance.CountRecord;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.WorkUnitState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** State changes, counts and remarks in the records database. */
@Repository
class PerformanceRecords {

  private static final String CHANGE = "select id, unit, at, state, reason, product, source ";
  private static final String COUNT =
      "select id, unit, starts_at, ends_at, product, total, good, scrap, rework, source ";
  private static final String REMARK =
      "select id, unit, starts_at, ends_at, reach, state, reason, note, by_user, at ";

  record UnitChange(String unit, StateChange change, @Nullable String importId) {}

  record UnitCount(CountRecord count, @Nullable String importId) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  PerformanceRecords(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The greatest identity given so far. */
  long lastId() {
    return jdbc.sql(
            """
            select greatest(
              coalesce((select max(id) from state_change), 0),
              coalesce((select max(id) from count_record), 0),
              coalesce((select max(id) from downtime_remark), 0))
            """)
        .query(Long.class)
        .single();
  }

  void insertChanges(List<UnitChange> changes) {
    batch.batchUpdate(
        "insert into state_change (id, unit, at, state, reason, product, source, import_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        changes,
        500,
        (statement, each) -> {
          statement.setLong(1, each.change().id());
          statement.setString(2, each.unit());
          statement.setObject(3, utc(each.change().at()));
          statement.setString(4, each.change().state().name());
          statement.setString(5, each.change().reason());
          statement.setString(6, each.change().product());
          statement.setString(7, each.change().source().name());
          statement.setString(8, each.importId());
        });
  }

  void insertCounts(List<UnitCount> counts) {
    batch.batchUpdate(
        "insert into count_record (id, unit, starts_at, ends_at, product, total, good, scrap,"
            + " rework, source, import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        counts,
        500,
        (statement, each) -> {
          CountRecord count = each.count();
          statement.setLong(1, count.id());
          statement.setString(2, count.workUnit());
          statement.setObject(3, utc(count.period().start()));
          statement.setObject(4, utc(count.period().end()));
          statement.setString(5, count.product());
          statement.setLong(6, count.total());
          statement.setLong(7, count.good());
          statement.setLong(8, count.scrap());
          statement.setLong(9, count.rework());
          statement.setString(10, count.source().name());
          statement.setString(11, each.importId());
        });
  }

  void deleteChanges(List<UnitChange> changes) {
    batch.batchUpdate(
        "delete from state_change where id = ?",
        changes,
        500,
        (statement, each) -> statement.setLong(1, each.change().id()));
  }

  void deleteCounts(List<UnitCount> counts) {
    batch.batchUpdate(
        "delete from count_record where id = ?",
        counts,
        500,
        (statement, each) -> statement.setLong(1, each.count().id()));
  }

  void updateCounts(List<CountRecord> counts) {
    batch.batchUpdate(
        "update count_record set ends_at = ?, total = ?, good = ?, scrap = ?, rework = ?"
            + " where id = ?",
        counts,
        500,
        (statement, count) -> {
          statement.setObject(1, utc(count.period().end()));
          statement.setLong(2, count.total());
          statement.setLong(3, count.good());
          statement.setLong(4, count.scrap());
          statement.setLong(5, count.rework());
          statement.setLong(6, count.id());
        });
  }

  /** The changes in force in a window, the one before it included, and the first after it. */
  List<StateChange> changes(String unit, Period window) {
    return jdbc.sql(
            CHANGE
                + """
                from state_change where unit = ?
                  and at >= coalesce((select max(at) from state_change where unit = ? and at <= ?), ?)
                  and at <= coalesce((select min(at) from state_change where unit = ? and at >= ?), ?)
                order by id
                """)
        .params(
            unit,
            unit,
            utc(window.start()),
            utc(window.start()),
            unit,
            utc(window.end()),
            utc(window.end()))
        .query((set, number) -> change(set))
        .list();
  }

  List<CountRecord> counts(String unit, Period window) {
    return jdbc.sql(
            COUNT
                + "from count_record where unit = ? and ends_at > ? and starts_at < ? order by id")
        .params(unit, utc(window.start()), utc(window.end()))
        .query((set, number) -> count(set))
        .list();
  }

  List<Remark> remarks(String unit, Period window) {
    return jdbc.sql(
            REMARK
                + "from downtime_remark where unit = ? and starts_at < ?"
                + " and (ends_at is null or ends_at > ?) order by id")
        .params(unit, utc(window.end()), utc(window.start()))
        .query((set, number) -> remark(set))
        .list();
  }

  /** Every unit that has ever been observed. */
  List<String> units() {
    return jdbc.sql("select distinct unit from state_change").query(String.class).list();
  }

  /** The unit a state change belongs to. */
  Optional<String> unitOfChange(long id) {
    return jdbc.sql("select unit from state_change where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  void insert(Remark remark) {
    jdbc.sql(
            "insert into downtime_remark (id, unit, starts_at, ends_at, reach, state, reason, note,"
                + " by_user, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                remark.id(),
                remark.unit(),
                utc(remark.from()),
                remark.to() == null ? null : utc(remark.to()),
                remark.reach().name(),
                remark.state() == null ? null : remark.state().name(),
                remark.reason(),
                remark.note(),
                remark.by(),
                utc(remark.at())))
        .update();
  }

  /** Removes what an import made of a unit, before it is made anew. */
  void deleteImported(String unit, String importId) {
    jdbc.sql("delete from state_change where unit = ? and import_id = ?")
        .params(unit, importId)
        .update();
    jdbc.sql("delete from count_record where unit = ? and import_id = ?")
        .params(unit, importId)
        .update();
  }

  Map<String, Long> progress() {
    Map<String, Long> positions = new HashMap<>();
    jdbc.sql("select unit, position from unit_progress")
        .query((ResultSet set) -> {
          positions.put(set.getString(1), set.getLong(2));
        });
    return positions;
  }

  void progress(Map<String, Long> positions) {
    positions.forEach((unit, position) -> {
      int updated =
          jdbc.sql("update unit_progress set position = ? where unit = ?")
              .params(position, unit)
              .update();
      if (updated == 0) {
        jdbc.sql("insert into unit_progress (position, unit) values (?, ?)")
            .params(position, unit)
            .update();
      }
    });
  }

  Optional<Instant> heartbeat() {
    return jdbc.sql("select at from performance_heartbeat where id = 1")
        .query((set, number) -> set.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  void heartbeat(Instant now) {
    int updated =
        jdbc.sql("update performance_heartbeat set at = ? where id = 1").param(utc(now)).update();
    if (updated == 0) {
      jdbc.sql("insert into performance_heartbeat (id, at) values (1, ?)").param(utc(now)).update();
    }
  }

  private static StateChange change(ResultSet set) throws SQLException {
    return new StateChange(
        set.getLong(1),
        instant(set, 3),
        WorkUnitState.valueOf(set.getString(4)),
        set.getString(5),
        set.getString(6),
        Source.valueOf(set.getString(7)));
  }

  private static CountRecord count(ResultSet set) throws SQLException {
    return new CountRecord(
        set.getLong(1),
        set.getString(2),
        new Period(instant(set, 3), instant(set, 4)),
        set.getString(5),
        set.getLong(6),
        set.getLong(7),
        set.getLong(8),
        set.getLong(9),
        Source.valueOf(set.getString(10)));
  }

  private static Remark remark(ResultSet set) throws SQLException {
    OffsetDateTime end = set.getObject(4, OffsetDateTime.class);
    String state = set.getString(6);
    return new Remark(
        set.getLong(1),
        set.getString(2),
        instant(set, 3),
        end == null ? null : end.toInstant(),
        Reach.valueOf(set.getString(5)),
        state == null ? null : WorkUnitState.valueOf(state),
        set.getString(7),
        set.getString(8),
        set.getString(9),
        instant(set, 10));
  }

  private static Instant instant(ResultSet set, int column) throws SQLException {
    return set.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
