// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;

/**
 * A table of text cells.
 *
 * @param name where it is from, for messages
 * @param header the column names
 * @param rows the cells; a row may be shorter than the header
 * @param lines each row's line number in the file
 */
public record Table(
    String name, List<String> header, List<List<String>> rows, List<Integer> lines) {

  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "nan", "null", "none", "-", "*", ".", "?", "#n/a");

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
  }

  /** The number a cell holds, infinite ones too; null when it is text or missing. */
  static @Nullable Double number(String cell) {
    String text = cell.strip().replace('−', '-');
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.matches("[+-]?inf(inity)?")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.isEmpty() || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      return null;
    }
    return Double.valueOf(text);
  }

  /** Whether a cell stands for a value that is not there. */
  public static boolean isMissing(String cell) {
    return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** The cell, empty when the row is short. */
  public String cell(int row, int column) {
    List<String> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  /** The index of a column given by its name (case ignored) or its 1-based number. */
  public Outcome<Integer> column(String wanted) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(wanted)) {
        return Outcome.of(i);
      }
    }
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase(wanted.strip())) {
        return Outcome.of(i);
      }
    }
    if (wanted.strip().matches("\\d{1,6}")) {
      int number = Integer.parseInt(wanted.strip());
      if (number >= 1 && number <= header.size()) {
        return Outcome.of(number - 1);
      }
    }
    return Outcome.refuse(
        "QUALITY-COLUMN-ABSENT",
        name,
        "there is no column \"" + wanted + "\".",
        "one of " + String.join(", ", header.subList(0, Math.min(20, header.size()))));
  }

  /** The columns of a list such as {@code a,b,3-7}: names, numbers and ranges of either. */
  public Outcome<List<Integer>> columns(String list) {
    List<Integer> found = new ArrayList<>();
    for (String item : list.split(",", -1)) {
      Outcome<Integer> whole = column(item.strip());
      int dash = item.indexOf('-', 1);
      if (whole instanceof Outcome.Done<Integer>(Integer value)) {
        found.add(value);
      } else if (dash < 0
          || !(column(item.substring(0, dash)) instanceof Outcome.Done<Integer>(Integer from))
          || !(column(item.substring(dash + 1)) instanceof Outcome.Done<Integer>(Integer to))) {
        return whole.map(List::of);
      } else {
        for (int i = from; i <= to; i++) {
          found.add(i);
        }
      }
    }
    return Outcome.of(List.copyOf(found));
  }

  /** The columns all of whose cells are numbers or missing, with at least one number. */
  public List<Integer> numericColumns() {
    List<Integer> numeric = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      boolean any = false;
      boolean text = false;
      for (int r = 0; r < rows.size() && !text; r++) {
        boolean number = number(cell(r, c)) != null;
        any |= number;
        text = !number && !isMissing(cell(r, c));
      }
      if (any && !text) {
        numeric.add(c);
      }
    }
    return numeric;
  }

  /** The texts of a column. */
  public List<String> texts(int column) {
    List<String> texts = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      texts.add(cell(r, column));
    }
    return texts;
  }

  /**
   * The number in a cell, not a number when it is missing; refused when it is text or infinite, or
   * missing and {@code omit} is false.
   */
  public Outcome<Double> value(int row, int column, boolean omit) {
    String cell = cell(row, column);
    Double number = number(cell);
    if (number != null && Double.isFinite(number)) {
      return Outcome.of(number);
    }
    String place = name + " line " + lines.get(row) + ", column " + header.get(column);
    if (number != null) {
      return Outcome.refuse("QUALITY-VALUE-INFINITE", place, "\"" + cell + "\" is infinite.", "");
    }
    if (!isMissing(cell)) {
      return Outcome.refuse(
          "QUALITY-VALUE-TEXT", place, "\"" + cell + "\" is not a number.", "a decimal comma");
    }
    return omit
        ? Outcome.of(Double.NaN)
        : Outcome.refuse(
            "QUALITY-VALUE-MISSING",
            place,
            "the value is missing.",
            "--missing omit, which leaves it out");
  }

  /** The numbers of a column, missing ones refused or not a number. */
  public Outcome<double[]> numbers(int column, boolean omit) {
    double[] numbers = new double[rows.size()];
    for (int r = 0; r < numbers.length; r++) {
      switch (value(r, column, omit)) {
        case Outcome.Done<Double>(Double value) -> numbers[r] = value;
        case Outcome.Refused<Double>(var refusal) -> {
          return Outcome.refuse(refusal);
        }
      }
    }
    return Outcome.of(numbers);
  }

  /** The rows whose cell in a column equals a text, case ignored. */
  public Table where(int column, String text) {
    List<List<String>> kept = new ArrayList<>();
    List<Integer> keptLines = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      if (cell(r, column).equalsIgnoreCase(text)) {
        kept.add(rows.get(r));
        keptLines.add(lines.get(r));
      }
    }
    return new Table(name, header, kept, keptLines);
  }
}
