// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server of its own, which a test stops and starts again with its data. */
final class StoppablePostgres {

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  StoppablePostgres() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("millwright-postgres").resolve("data");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  synchronized String url() {
    if (running == null) {
      start();
    }
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  synchronized void start() {
    try {
      running =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPort(port)
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not start", failure);
    }
  }

  synchronized void stop() {
    try {
      if (running != null) {
        running.close();
        running = null;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not stop", failure);
    }
  }
}
