// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes Parquet: an open block as files of a day each, or several files of a day as one. */
final class Sealer {

  private static final long DAY_MILLIS = 86_400_000L;
  private static final String FORMAT = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)";

  private final Path folder;
  private final Database database;

  Sealer(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * Writes the files of a block, numbered from {@code nextId} on, not yet in the manifest.
   *
   * @param written gets each file that has its place, also when a later one fails
   */
  void seal(OpenBlock block, long nextId, List<SealedFile> written)
      throws SQLException, IOException {
    try (Database.Lease lease = database.lease()) {
      lease.execute(
          "CREATE OR REPLACE TABLE sealing (tag INTEGER, time BIGINT, value DOUBLE, text VARCHAR,"
              + " quality UTINYINT, arrival BIGINT)");
      try {
        load(lease, block);
        long id = nextId;
        for (long day : days(lease, block)) {
          String rows =
              "sealing WHERE time >= %d AND time < %d"
                  .formatted(day * DAY_MILLIS, (day + 1) * DAY_MILLIS);
          write(lease, rows, LocalDate.ofEpochDay(day), id++, 0, written);
        }
      } finally {
        lease.execute("DROP TABLE sealing");
      }
    }
  }

  /**
   * Writes files of one day and kind {@link Kind#SAMPLES} as one, with its aggregates, not yet in
   * the manifest.
   *
   * @param written gets each file that has its place, also when a later one fails
   */
  void merge(List<SealedFile> files, long id, List<SealedFile> written)
      throws SQLException, IOException {
    int level = files.stream().mapToInt(SealedFile::level).max().orElse(0) + 1;
    try (Database.Lease lease = database.lease()) {
      write(lease, Database.parquet(folder, files), files.getFirst().day(), id, level, written);
    }
  }

  private static void load(Database.Lease lease, OpenBlock block) throws SQLException {
    try (DuckDBAppender appender = lease.connection().createAppender("main", "sealing")) {
      block.visit((tag, time, value, text, quality, arrival) -> {
        try {
          append(appender, tag, time, value, text, quality, arrival);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
    }
  }

  private static void append(
      DuckDBAppender appender,
      int tag,
      long time,
      double value,
      @Nullable String text,
      byte quality,
      long arrival)
      throws SQLException {
    appender.beginRow().append(tag).append(time);
    if (Double.isNaN(value) && (text != null || quality != 0)) {
      appender.appendNull(); // no number; a NaN that a machine sent as good stays NaN
    } else {
      appender.append(value);
    }
    if (text == null) {
      appender.appendNull();
    } else {
      appender.append(text);
    }
    appender.append(quality).append(arrival).endRow();
  }

  private static List<Long> days(Database.Lease lease, OpenBlock block) throws SQLException {
    long first = Math.floorDiv(block.minTime(), DAY_MILLIS);
    if (first == Math.floorDiv(block.maxTime(), DAY_MILLIS)) {
      return List.of(first);
    }
    List<Long> days = new ArrayList<>();
    try (Statement statement = lease.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT CAST(floor(time / %d.0) AS BIGINT) AS day FROM sealing ORDER BY day"
                    .formatted(DAY_MILLIS))) {
      while (rows.next()) {
        days.add(rows.getLong(1));
      }
    }
    return days;
  }

  private void write(
      Database.Lease lease,
      String rows,
      LocalDate day,
      long id,
      int level,
      List<SealedFile> written)
      throws SQLException, IOException {
    Path samples = draft(Kind.SAMPLES, id);
    Path minutes = draft(Kind.MINUTES, id);
    Path hours = draft(Kind.HOURS, id);
    try {
      copy(
          lease,
          "SELECT tag, time, value, text, quality, arrival FROM " + rows + " ORDER BY tag, time",
          samples);
      copy(lease, AggregateSql.minutes("read_parquet(" + Database.literal(samples) + ")"), minutes);
      copy(lease, AggregateSql.hours("read_parquet(" + Database.literal(minutes) + ")"), hours);
      publish(lease, Kind.SAMPLES, samples, day, id, level, written);
      publish(lease, Kind.MINUTES, minutes, day, id, level, written);
      publish(lease, Kind.HOURS, hours, day, id, level, written);
    } finally {
      Files.deleteIfExists(samples);
      Files.deleteIfExists(minutes);
      Files.deleteIfExists(hours);
    }
  }

  private Path draft(Kind kind, long id) {
    return folder.resolve("tmp").resolve(kind.folder() + "-" + id + ".parquet");
  }

  private static void copy(Database.Lease lease, String query, Path target) throws SQLException {
    lease.execute("COPY (" + query + ") TO " + Database.literal(target) + " " + FORMAT);
  }

  /** Gives a draft its place, unless it has no rows: a day of texts has no aggregates. */
  private void publish(
      Database.Lease lease,
      Kind kind,
      Path draft,
      LocalDate day,
      long id,
      int level,
      List<SealedFile> files)
      throws SQLException {
    try (Statement statement = lease.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), min(time), max(time) FROM read_parquet("
                    + Database.literal(draft)
                    + ")")) {
      row.next();
      if (row.getLong(1) > 0) {
        SealedFile file =
            new SealedFile(kind, id, day, level, row.getLong(1), row.getLong(2), row.getLong(3));
        DurableFiles.publish(draft, folder.resolve(file.path()));
        files.add(file);
      }
    }
  }
}
