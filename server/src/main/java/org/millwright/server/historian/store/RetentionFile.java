// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.millwright.server.historian.Retention;
import tools.jackson.databind.json.JsonMapper;

/** The retention policy, kept beside the files that it is about. */
final class RetentionFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private volatile Retention current;

  RetentionFile(Path folder) {
    file = folder.resolve("retention.json");
    current = Files.exists(file) ? JSON.readValue(file, Retention.class) : Retention.DEFAULT;
  }

  Retention current() {
    return current;
  }

  synchronized void replace(Retention retention) {
    DurableFiles.replace(file, JSON.writeValueAsBytes(retention));
    current = retention;
  }
}
