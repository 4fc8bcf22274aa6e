// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.table.Table;
import org.millwright.quality.table.TableReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the data are: the file, its rows, and what to do with gaps. */
final class TableOptions {

  /** Numeric columns of these names count rows rather than measure. */
  private static final Set<String> COUNTERS =
      Set.of(
          "sample",
          "subgroup",
          "no",
          "no.",
          "number",
          "i",
          "id",
          "index",
          "day",
          "batch",
          "lot",
          "group",
          "obs",
          "observation",
          "row",
          "#");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.csv",
      description = "Delimited text, with or without a header.")
  @Nullable Path file;

  @Option(
      names = "--where",
      paramLabel = "COL=TEXT",
      description = "Only rows whose column holds this text; may be repeated.")
  Map<String, String> where = Map.of();

  @Option(
      names = "--missing",
      paramLabel = "refuse|omit",
      description = "What to do with empty cells (default: refuse).")
  String missing = "refuse";

  Outcome<Table> table() {
    Outcome<Table> table =
        file == null
            ? Outcome.refuse("QUALITY-FILE-ABSENT", "FILE.csv", "no file was named.", "")
            : TableReader.read(file);
    for (Map.Entry<String, String> filter : where.entrySet()) {
      table =
          table.then(
              t -> t.column(filter.getKey()).map(column -> t.where(column, filter.getValue())));
    }
    return table.then(t ->
        t.rows().isEmpty()
            ? Outcome.refuse("QUALITY-TABLE-EMPTY", t.name(), "no row is left in it.", "")
            : Outcome.of(t));
  }

  boolean omits() {
    return missing.toLowerCase(Locale.ROOT).equals("omit");
  }

  /** The value columns: those named, or else all that measure. */
  static Outcome<List<Integer>> values(Table table, @Nullable String named, Set<Integer> taken) {
    if (named != null) {
      return table.columns(named);
    }
    List<Integer> found = new ArrayList<>();
    for (int column : table.numericColumns()) {
      boolean counter = COUNTERS.contains(table.header().get(column).toLowerCase(Locale.ROOT));
      if (!counter && !taken.contains(column)) {
        found.add(column);
      }
    }
    return found.isEmpty()
        ? Outcome.refuse(
            "QUALITY-COLUMN-ABSENT",
            table.name(),
            "no column holds numbers only.",
            "--value COL, which says what is wrong with one of them")
        : Outcome.of(found);
  }

  /** An optional column; −1 when none is named. */
  static Outcome<Integer> optional(Table table, @Nullable String named) {
    return named == null ? Outcome.of(-1) : table.column(named);
  }
}
