// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB as the engine that sorts, writes and reads Parquet. It keeps nothing: the database lives
 * in memory, so there is no second file format, no log and no checkpoint beside the sealed files
 * and the journal.
 */
final class Database implements AutoCloseable {

  private final DuckDBConnection root;
  private final ConcurrentLinkedQueue<DuckDBConnection> idle = new ConcurrentLinkedQueue<>();

  Database(Settings settings) throws SQLException {
    Path spill = settings.folder().resolve("tmp");
    try {
      Files.createDirectories(spill);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties options = new Properties();
    options.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    options.setProperty("threads", Integer.toString(settings.threads()));
    options.setProperty("temp_directory", spill.resolve("spill").toString());
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", options);
    try (Statement statement = root.createStatement()) {
      statement.execute(
          "SET parquet_metadata_cache = true"); // files are immutable and never reuse a name
    }
  }

  /** A connection of one's own until it is closed. */
  Lease lease() throws SQLException {
    DuckDBConnection connection = idle.poll();
    return new Lease(connection != null ? connection : root.duplicate());
  }

  /** A borrowed connection. */
  final class Lease implements AutoCloseable {
    private final DuckDBConnection connection;

    private Lease(DuckDBConnection connection) {
      this.connection = connection;
    }

    DuckDBConnection connection() {
      return connection;
    }

    void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() {
      idle.add(connection);
    }
  }

  /** The SQL table function that reads {@code files} below {@code folder}. */
  static String parquet(Path folder, List<SealedFile> files) {
    return files.stream()
        .map(file -> literal(folder.resolve(file.path())))
        .collect(Collectors.joining(",", "read_parquet([", "], hive_partitioning = false)"));
  }

  /** A path as an SQL string. */
  static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    for (DuckDBConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.close();
    }
    root.close();
  }
}
