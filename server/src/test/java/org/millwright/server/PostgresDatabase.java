// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server for the tests that write records, one database for each platform. */
final class PostgresDatabase {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresDatabase() {}

  /** True in the test run on PostgreSQL. */
  static boolean isAskedFor() {
    return "postgresql".equals(System.getProperty("millwright.test.database"));
  }

  /** The settings that let the platform use a new, empty database. */
  static String[] freshDatabase() throws IOException {
    String name = "millwright" + DATABASES.incrementAndGet();
    EmbeddedPostgres server = Server.RUNNING;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new String[] {
      "spring.datasource.url=" + server.getJdbcUrl("postgres", name),
      "spring.datasource.username=postgres"
    };
  }

  /** Started when first asked for; ends with the test's process. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException failure) {
        throw new IllegalStateException("PostgreSQL does not start", failure);
      }
    }
  }
}
