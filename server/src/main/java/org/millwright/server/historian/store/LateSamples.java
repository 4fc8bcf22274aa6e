// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Samples that came behind a later one of their tag: they are looked up together before they are
 * stored.
 */
final class LateSamples {

  private record Key(int tag, long time) {}

  private record Late(double value, @Nullable String text, byte quality, long arrival) {}

  private final Path folder;
  private final Database database;
  private final Map<Key, Late> waiting = new LinkedHashMap<>();

  LateSamples(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  /** Takes a sample for looking up; false when one with its tag and time waits already. */
  boolean add(int tag, long time, double value, @Nullable String text, byte quality, long arrival) {
    return waiting.putIfAbsent(new Key(tag, time), new Late(value, text, quality, arrival)) == null;
  }

  int size() {
    return waiting.size();
  }

  /**
   * Hands those samples to {@code store} that are in no block and no file, and forgets them all.
   *
   * @return how many were stored before
   */
  int settle(View view, OpenBlock.Visitor store) throws SQLException {
    Set<Key> stored = new HashSet<>();
    Bounds bounds = Bounds.of(waiting.keySet());
    view.visitOpen(
        TagSet.of(waiting.keySet().stream().map(Key::tag).collect(Collectors.toSet())),
        bounds.from(),
        bounds.to(),
        (tag, time, value, text, quality, arrival) -> {
          Key key = new Key(tag, time);
          if (waiting.containsKey(key)) {
            stored.add(key);
          }
        });
    List<SealedFile> files = view.manifest().overlapping(Kind.SAMPLES, bounds.from(), bounds.to());
    if (!files.isEmpty()) {
      lookUp(files, bounds, stored);
    }
    List<Key> keys = new ArrayList<>(waiting.keySet());
    for (Key key : keys) {
      Late late = waiting.remove(key);
      if (late != null && !stored.contains(key)) {
        store.row(key.tag(), key.time(), late.value(), late.text(), late.quality(), late.arrival());
      }
    }
    return stored.size();
  }

  private void lookUp(List<SealedFile> files, Bounds bounds, Set<Key> stored) throws SQLException {
    try (Database.Lease lease = database.lease();
        Statement statement = lease.connection().createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE late (tag INTEGER, time BIGINT)");
      try (DuckDBAppender appender = lease.connection().createAppender("temp", "main", "late")) {
        for (Key key : waiting.keySet()) {
          appender.beginRow().append(key.tag()).append(key.time()).endRow();
        }
      }
      String sql =
          """
          SELECT tag, time FROM (SELECT tag, time FROM %s
            WHERE tag BETWEEN %d AND %d AND time >= %d AND time < %d) SEMI JOIN late USING (tag, time)\
          """
              .formatted(
                  Database.parquet(folder, files),
                  bounds.firstTag(),
                  bounds.lastTag(),
                  bounds.from(),
                  bounds.to());
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          stored.add(new Key(rows.getInt(1), rows.getLong(2)));
        }
      }
    }
  }

  private record Bounds(int firstTag, int lastTag, long from, long to) {

    static Bounds of(Set<Key> keys) {
      Bounds bounds = new Bounds(Integer.MAX_VALUE, 0, Long.MAX_VALUE, Long.MIN_VALUE);
      for (Key key : keys) {
        bounds =
            new Bounds(
                Math.min(bounds.firstTag, key.tag),
                Math.max(bounds.lastTag, key.tag),
                Math.min(bounds.from, key.time),
                Math.max(bounds.to, key.time + 1));
      }
      return bounds;
    }
  }
}
