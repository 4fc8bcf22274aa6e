// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.equipment.ImportReport;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Downtime reasons over HTTP. Who may see anything of the plant reads them; like the classes of
 * equipment they belong to the whole installation, and so an engineer of all of it changes them.
 */
@RestController
@RequestMapping("/api")
class ReasonController {

  /**
   * The tree as a list, in the order in which siblings are shown.
   *
   * @param version to be named by who changes it
   * @param editable whether who asked may change it
   */
  record ReasonList(long version, boolean editable, List<Reason> reasons) {}

  /** A whole tree in the place of the version it was made from. */
  record ReasonChange(long version, @Nullable List<ReasonDraft.@Nullable Sent> reasons) {}

  private final Reasons reasons;
  private final ReasonEditor editor;
  private final ReasonFiles files;

  ReasonController(Reasons reasons, ReasonEditor editor, ReasonFiles files) {
    this.reasons = reasons;
    this.editor = editor;
    this.files = files;
  }

  /** The reasons that can be given on a class of equipment; without one all, old ones too. */
  @GetMapping("/reasons")
  @Requires(Permission.VIEW)
  List<ReasonView> reasons(@RequestParam(name = "class", defaultValue = "") String type) {
    return type.isEmpty() ? reasons.tree().all() : reasons.tree().suiting(type);
  }

  @GetMapping("/reasons/tree")
  @Requires(Permission.VIEW)
  ReasonList tree() {
    return list(reasons.tree());
  }

  /** Stores all of it, or nothing and every reason why not. */
  @PutMapping("/reasons/tree")
  @Requires(Permission.ENGINEER)
  ReasonList replace(@RequestBody ReasonChange change) {
    requireEverywhere();
    String by = CurrentUser.get().name();
    return switch (editor.replace(change.version(), drafts(change), "reason.change", by)) {
      case ReasonEditor.Outcome.Done done -> list(done.tree());
      case ReasonEditor.Outcome.Outdated outdated ->
          throw refused(HttpStatus.CONFLICT, List.of(outdated.refusal()));
      case ReasonEditor.Outcome.InUse used -> throw refused(HttpStatus.CONFLICT, used.refusals());
      case ReasonEditor.Outcome.Faulty faulty ->
          throw refused(HttpStatus.UNPROCESSABLE_CONTENT, faulty.refusals());
    };
  }

  private static List<ReasonDraft> drafts(ReasonChange change) {
    List<ReasonDraft.@Nullable Sent> sent = change.reasons();
    List<ReasonDraft> drafts = new ArrayList<>();
    for (int i = 0; sent != null && i < sent.size(); i++) {
      ReasonDraft.Sent each = sent.get(i);
      drafts.add((each == null ? ReasonDraft.Sent.NOTHING : each).draft(i));
    }
    return drafts;
  }

  @GetMapping("/reasons.csv")
  @Requires(Permission.VIEW)
  ResponseEntity<byte[]> export(@RequestParam(name = "class", defaultValue = "") String type) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("reasons.csv").build().toString())
        .body(files.export(type).getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the bytes of a file; an import with errors stores nothing and lists them all. */
  @PostMapping("/reasons/import")
  @Requires(Permission.ENGINEER)
  ImportReport take(@RequestParam(defaultValue = "true") boolean dryRun, @RequestBody byte[] file) {
    requireEverywhere();
    return files.take(file, dryRun, CurrentUser.get().name());
  }

  private static ReasonList list(ReasonTree tree) {
    boolean editable = CurrentUser.get().may(Permission.ENGINEER, "");
    return new ReasonList(tree.version(), editable, tree.reasons());
  }

  private static void requireEverywhere() {
    CurrentUser.get().require(Permission.ENGINEER, "");
  }

  private static RefusalException refused(HttpStatus status, List<Refusal> refusals) {
    return new RefusalException(status, refusals);
  }
}
