// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** History from files, and dates on which files disagree. */
@RestController
@RequestMapping("/api/performance")
class ImportController {

  /** No dates means all. */
  record Choice(String node, @Nullable List<LocalDate> dates, DaySource source) {}

  private final HistoryImport history;

  ImportController(HistoryImport history) {
    this.history = history;
  }

  /**
   * Takes the bytes of a CSV file; with errors nothing is stored and all are listed.
   *
   * @param node unit of rows that name none
   * @param map {@code information:column} pairs separated by commas, for columns whose names are
   *     not recognised
   */
  @PostMapping("/import")
  @Requires(Permission.ENGINEER)
  ImportReport take(
      @RequestParam String kind,
      @RequestParam String node,
      @RequestParam(defaultValue = "") String map,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestBody byte[] file) {
    CurrentUser.get().require(Permission.ENGINEER, node);
    ImportKind rows =
        ImportKind.of(kind)
            .orElseThrow(() ->
                new RefusalException(
                    HttpStatus.BAD_REQUEST,
                    Refusal.of(
                        "IMPORT-KIND",
                        "kind",
                        "\"%s\" is none of %s."
                            .formatted(
                                kind,
                                List.of(ImportKind.values())
                                    .toString()
                                    .toLowerCase(Locale.ROOT)))));
    return history.take(rows, file, node, map, dryRun, CurrentUser.get().name());
  }

  /** What the files say about every date of a unit. */
  @GetMapping("/reconciliation")
  @Requires(Permission.VIEW)
  ReconciliationView reconciliation(@RequestParam String node) {
    return history.reconciliation(node);
  }

  /** Decides which table counts. */
  @PutMapping("/reconciliation")
  @Requires(Permission.ENGINEER)
  ReconciliationView decide(@RequestBody Choice choice) {
    CurrentUser.get().require(Permission.ENGINEER, choice.node());
    return history.decide(
        choice.node(),
        Set.copyOf(Objects.requireNonNullElse(choice.dates(), List.of())),
        Objects.requireNonNull(choice.source()),
        CurrentUser.get().name());
  }
}
