// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millwright.server.historian.Resolution;

/**
 * Reads rows and aggregates of some tags out of a view: sealed files through DuckDB, open blocks by
 * a scan.
 */
final class Reader {

  private final Path folder;
  private final Database database;

  Reader(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /**
   * Samples with {@code from <= time < to} by tag, in order of time; a tag without any is absent.
   */
  Map<Integer, Rows> samples(View view, List<Integer> tags, long from, long to)
      throws SQLException {
    Map<Integer, Rows> found = new HashMap<>();
    OpenBlock.Visitor collect =
        (tag, time, value, text, quality, arrival) ->
            found.computeIfAbsent(tag, any -> new Rows()).add(time, value, text, quality, arrival);
    List<SealedFile> files = view.manifest().overlapping(Kind.SAMPLES, from, to);
    if (!files.isEmpty()) {
      select(
          "tag, time, value, text, quality, arrival",
          files,
          tags,
          from,
          to,
          row -> readSample(row, collect));
    }
    view.visitOpen(TagSet.of(tags), from, to, collect);
    found.replaceAll((tag, rows) -> rows.sorted());
    return found;
  }

  private static void readSample(ResultSet row, OpenBlock.Visitor collect) throws SQLException {
    double value = row.getDouble(3);
    collect.row(
        row.getInt(1),
        row.getLong(2),
        row.wasNull() ? Double.NaN : value,
        row.getString(4),
        (byte) row.getShort(5),
        row.getLong(6));
  }

  /**
   * Aggregates by tag, one part a step, for the steps that start at {@code from <= step < to}, both
   * multiples of the step.
   */
  Map<Integer, List<Part>> steps(
      View view, List<Integer> tags, Resolution resolution, long from, long to)
      throws SQLException {
    Map<Integer, Parts> found = new HashMap<>();
    List<SealedFile> files = view.manifest().overlapping(Kind.of(resolution), from, to);
    if (!files.isEmpty()) {
      select(
          "tag, time, count, min, max, sum, first, first_time, last, last_time, covered, integral,"
              + " quality",
          files,
          tags,
          from,
          to,
          row -> found.computeIfAbsent(row.getInt(1), any -> new Parts()).add(readPart(row)));
    }
    Map<Integer, Rows> open = new HashMap<>();
    view.visitOpen(
        TagSet.of(tags),
        from,
        to,
        (tag, time, value, text, quality, arrival) ->
            open.computeIfAbsent(tag, any -> new Rows()).add(time, value, text, quality, arrival));
    open.forEach((tag, rows) ->
        found.computeIfAbsent(tag, any -> new Parts()).add(rows.sorted(), resolution.millis()));
    for (Map.Entry<Integer, Parts> entry : found.entrySet()) {
      untangle(view, entry.getKey(), entry.getValue(), resolution.millis());
    }
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().folded()));
  }

  /**
   * Makes the steps in which parts interleave from their samples, as far as these are still kept.
   */
  private void untangle(View view, int tag, Parts parts, long stepMillis) throws SQLException {
    SortedSet<Long> steps = parts.interleaved();
    if (steps.isEmpty()) {
      return;
    }
    Rows rows = samples(view, List.of(tag), steps.first(), steps.last() + stepMillis).get(tag);
    Rows within = new Rows();
    TreeSet<Long> replaced = new TreeSet<>();
    for (int row = 0; rows != null && row < rows.size(); row++) {
      long step = Math.floorDiv(rows.time(row), stepMillis) * stepMillis;
      if (steps.contains(step)) {
        within.add(
            rows.time(row), rows.value(row), rows.text(row), rows.quality(row), rows.arrival(row));
        replaced.add(step);
      }
    }
    parts.remove(replaced);
    parts.add(within, stepMillis);
  }

  private static Part readPart(ResultSet row) throws SQLException {
    return new Part(
        row.getLong(2),
        row.getLong(3),
        number(row, 4),
        number(row, 5),
        row.getDouble(6),
        number(row, 7),
        row.getLong(8),
        number(row, 9),
        row.getLong(10),
        row.getDouble(11),
        row.getDouble(12),
        (byte) row.getShort(13));
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void select(
      String columns,
      List<SealedFile> files,
      List<Integer> tags,
      long from,
      long to,
      RowReader reader)
      throws SQLException {
    String wanted = tags.stream().map(String::valueOf).collect(Collectors.joining(","));
    String sql =
        "SELECT %s FROM %s WHERE tag IN (%s) AND time >= %d AND time < %d"
            .formatted(columns, Database.parquet(folder, files), wanted, from, to);
    try (Database.Lease lease = database.lease();
        Statement statement = lease.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
