// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes in a folder of equipment tables when there is no equipment yet, so that an installation can
 * be prepared as files.
 */
@Component
class ImportWhenEmpty implements InitializingBean {

  private static final String ACTOR = "system";

  private final Equipment equipment;
  private final EquipmentFiles files;
  private final String folder;

  ImportWhenEmpty(
      Equipment equipment,
      EquipmentFiles files,
      @Value("${millwright.equipment.import-when-empty:}") String folder) {
    this.equipment = equipment;
    this.files = files;
    this.folder = folder;
  }

  @Override
  public void afterPropertiesSet() {
    if (folder.isEmpty() || !equipment.catalog().nodes().isEmpty()) {
      return;
    }
    for (String part : EquipmentFiles.parts()) {
      Path file = Path.of(folder, part + ".csv");
      if (Files.exists(file)) {
        take(part, file);
      }
    }
  }

  private void take(String part, Path file) {
    try {
      var table = EquipmentFiles.table(part).orElseThrow();
      var report = files.take(table, Files.readAllBytes(file), false, ACTOR);
      if (!report.stored()) {
        throw new IllegalStateException(
            file + " cannot be taken in: " + report.refusals().getFirst());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
