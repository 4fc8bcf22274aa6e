// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.millwright.model.Refusal;
import org.millwright.server.csv.CsvCells;
import org.millwright.server.csv.CsvReader;
import org.millwright.server.csv.CsvReading;
import org.millwright.server.csv.CsvRow;
import org.millwright.server.csv.CsvTable;
import org.millwright.server.equipment.ImportReport;
import org.springframework.stereotype.Service;

/** The tree of reasons as a CSV file, out and in. */
@Service
class ReasonFiles {

  private static final String PART = "reasons";
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "parent",
          "name_en",
          "name_zh",
          "state",
          "loss",
          "machine_codes",
          "classes",
          "active");

  private final Reasons reasons;
  private final ReasonEditor editor;

  ReasonFiles(Reasons reasons, ReasonEditor editor) {
    this.reasons = reasons;
    this.editor = editor;
  }

  /**
   * Writes the reasons in UTF-8 with a byte order mark, which spreadsheets need.
   *
   * @param equipmentClass only those that suit it; empty for all
   */
  String export(String equipmentClass) {
    var text = new StringBuilder("\uFEFF");
    try (var printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecord(COLUMNS);
      for (Reason reason : reasons.tree().reasons()) {
        if (equipmentClass.isEmpty() || reason.suits(equipmentClass)) {
          printer.printRecord(cells(reason));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static List<String> cells(Reason reason) {
    return List.of(
        reason.code(),
        Objects.requireNonNullElse(reason.parent(), ""),
        reason.name().en(),
        reason.name().zh(),
        reason.state().name(),
        reason.loss() == null ? "" : reason.loss().name(),
        ReasonLists.text(reason.machineCodes()),
        ReasonLists.text(reason.classes()),
        reason.active() ? "yes" : "no");
  }

  /**
   * Adds and changes reasons: all rows of the file, or none when one is wrong or it is a dry run.
   * Reasons that the file leaves out stay.
   */
  ImportReport take(byte[] file, boolean dryRun, String by) {
    return switch (CsvReader.read(file, Set.of("code", "state"))) {
      case CsvReading.Refused refused ->
          new ImportReport(PART, dryRun, "", 0, 0, 0, 0, false, refused.refusals());
      case CsvReading.Read read -> take(read.table(), dryRun, by);
    };
  }

  private ImportReport take(CsvTable csv, boolean dryRun, String by) {
    List<Refusal> refusals = new ArrayList<>();
    List<ReasonDraft> rows = csv.rows().stream().map(row -> draft(row, refusals)).toList();
    ReasonTree before = reasons.tree();
    List<ReasonDraft> drafts = merged(before, rows);
    List<Reason> after =
        switch (ReasonRules.check(drafts)) {
          case ReasonRules.Checked.Sound sound -> sound.reasons();
          case ReasonRules.Checked.Faulty faulty -> {
            refusals.addAll(faulty.refusals());
            yield List.of();
          }
        };
    int added = (int) rows.stream().filter(row -> before.find(row.code()).isEmpty()).count();
    int changed = (int) after.stream().filter(each -> differs(before, each)).count() - added;
    boolean store = refusals.isEmpty() && !dryRun && !rows.isEmpty();
    if (store) {
      refusals.addAll(store(before, drafts, by));
    }
    return new ImportReport(
        PART,
        dryRun,
        csv.encoding(),
        rows.size(),
        added,
        Math.max(0, changed),
        rows.size() - added - Math.max(0, changed),
        store && refusals.isEmpty(),
        refusals);
  }

  private static boolean differs(ReasonTree before, Reason reason) {
    return before.find(reason.code()).filter(reason::equals).isEmpty();
  }

  private List<Refusal> store(ReasonTree before, List<ReasonDraft> drafts, String by) {
    return switch (editor.replace(before.version(), drafts, "reason.import", by)) {
      case ReasonEditor.Outcome.Done done -> List.of();
      case ReasonEditor.Outcome.Outdated outdated -> List.of(outdated.refusal());
      case ReasonEditor.Outcome.InUse used -> used.refusals();
      case ReasonEditor.Outcome.Faulty faulty -> faulty.refusals();
    };
  }

  private static ReasonDraft draft(CsvRow row, List<Refusal> refusals) {
    var cells = new CsvCells(row, refusals);
    return new ReasonDraft(
        row.place(""),
        cells.text("code"),
        cells.text("parent"),
        cells.text("name_en"),
        cells.text("name_zh"),
        cells.text("state"),
        cells.text("loss"),
        ReasonLists.parts(cells.text("machine_codes")),
        ReasonLists.parts(cells.text("classes")),
        cells.text("active").isEmpty() || cells.yes("active"));
  }

  /**
   * The tree with the rows of a file in it. A file with every reason sets the order too; of one
   * with some of them, the new ones come last.
   */
  private static List<ReasonDraft> merged(ReasonTree before, List<ReasonDraft> rows) {
    Map<String, ReasonDraft> fresh = new LinkedHashMap<>();
    List<ReasonDraft> twins = new ArrayList<>();
    for (ReasonDraft row : rows) {
      if (fresh.putIfAbsent(row.code(), row) != null) {
        twins.add(row);
      }
    }
    if (before.reasons().stream().allMatch(each -> fresh.containsKey(each.code()))) {
      return rows;
    }
    List<ReasonDraft> all = new ArrayList<>();
    for (Reason reason : before.reasons()) {
      ReasonDraft row = fresh.remove(reason.code());
      all.add(row == null ? ReasonDraft.of(reason) : row);
    }
    all.addAll(fresh.values());
    all.addAll(twins);
    return all;
  }
}
