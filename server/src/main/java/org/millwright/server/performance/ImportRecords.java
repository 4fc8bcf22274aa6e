// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.sql.Date;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.model.Period;
import org.millwright.performance.WorkUnitState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows from files, and the decisions which of them count. */
@Repository
class ImportRecords {

  /** Who said which table counts on a date. */
  record Decision(DaySource source, String by, Instant at) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ImportRecords(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  Set<String> known(String unit) {
    return new HashSet<>(
        jdbc.sql("select id from imported_row where unit = ?")
            .param(unit)
            .query(String.class)
            .list());
  }

  void insert(List<ImportedRow> rows, String by, Instant at) {
    batch.batchUpdate(
        "insert into imported_row (id, kind, unit, business_date, starts_at, ends_at, monitored_ms,"
            + " running_ms, stopped_ms, state, reason, product, total, file_line, by_user, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
        500,
        (statement, row) -> {
          statement.setString(1, row.key());
          statement.setString(2, row.kind().name());
          statement.setString(3, row.unit());
          statement.setDate(4, Date.valueOf(row.date()));
          statement.setObject(5, PerformanceRecords.utc(row.period().start()));
          statement.setObject(6, PerformanceRecords.utc(row.period().end()));
          statement.setLong(7, row.monitoredMillis());
          statement.setLong(8, row.runningMillis());
          statement.setLong(9, row.stoppedMillis());
          statement.setString(10, row.state().name());
          statement.setString(11, row.reason());
          statement.setString(12, row.product());
          statement.setLong(13, row.total());
          statement.setLong(14, row.line());
          statement.setString(15, by);
          statement.setObject(16, PerformanceRecords.utc(at));
        });
  }

  List<ImportedRow> rows(String unit) {
    return jdbc.sql(
            "select kind, unit, business_date, starts_at, ends_at, monitored_ms, running_ms,"
                + " stopped_ms, state, reason, product, total, file_line from imported_row"
                + " where unit = ? order by starts_at, ends_at")
        .param(unit)
        .query((set, number) ->
            new ImportedRow(
                ImportKind.valueOf(set.getString(1)),
                set.getString(2),
                set.getObject(3, LocalDate.class),
                new Period(
                    set.getObject(4, OffsetDateTime.class).toInstant(),
                    set.getObject(5, OffsetDateTime.class).toInstant()),
                set.getLong(6),
                set.getLong(7),
                set.getLong(8),
                WorkUnitState.valueOf(set.getString(9)),
                set.getString(10),
                set.getString(11),
                set.getLong(12),
                set.getLong(12),
                0,
                0,
                "",
                "",
                set.getLong(13)))
        .list();
  }

  Map<LocalDate, Decision> decisions(String unit) {
    Map<LocalDate, Decision> decisions = new HashMap<>();
    jdbc.sql("select business_date, source, by_user, at from import_decision where unit = ?")
        .param(unit)
        .query((ResultSet set) -> {
          decisions.put(
              set.getObject(1, LocalDate.class),
              new Decision(
                  DaySource.valueOf(set.getString(2)),
                  set.getString(3),
                  set.getObject(4, OffsetDateTime.class).toInstant()));
        });
    return decisions;
  }

  void decide(String unit, LocalDate date, DaySource source, String by, Instant at) {
    jdbc.sql("delete from import_decision where unit = ? and business_date = ?")
        .params(unit, date)
        .update();
    jdbc.sql(
            "insert into import_decision (unit, business_date, source, by_user, at)"
                + " values (?, ?, ?, ?, ?)")
        .params(unit, date, source.name(), by, PerformanceRecords.utc(at))
        .update();
  }
}
