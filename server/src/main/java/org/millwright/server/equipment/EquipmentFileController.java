// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.nio.charset.StandardCharsets;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of equipment as CSV files, for the whole installation. */
@RestController
class EquipmentFileController {

  private final EquipmentFiles files;

  EquipmentFileController(EquipmentFiles files) {
    this.files = files;
  }

  @GetMapping("/api/equipment.csv")
  @Requires(Permission.ENGINEER)
  ResponseEntity<byte[]> export(@RequestParam String part) {
    CurrentUser.get().require(Permission.ENGINEER, "");
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(part + ".csv").build().toString())
        .body(files.export(table(part)).getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the bytes of a file; an import with errors stores nothing and lists them all. */
  @PostMapping("/api/equipment/import")
  @Requires(Permission.ENGINEER)
  ImportReport take(
      @RequestParam String part,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestBody byte[] file) {
    CurrentUser.get().require(Permission.ENGINEER, "");
    return files.take(table(part), file, dryRun, CurrentUser.get().name());
  }

  private static EquipmentTable<?> table(String part) {
    return EquipmentFiles.table(part)
        .orElseThrow(() ->
            new RefusalException(
                HttpStatus.NOT_FOUND,
                Refusal.of(
                    "EQUIPMENT-PART",
                    part,
                    "There is no such table; there are " + EquipmentFiles.parts() + ".")));
  }
}
