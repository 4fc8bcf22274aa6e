// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * Reads the cells of one row as what they should be. A cell that is not becomes a refusal, and
 * reading goes on, so that a dry run names every error at once.
 */
public final class CsvCells {

  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "否", "");

  private final CsvRow row;
  private final List<Refusal> refusals;

  /** Reads {@code row} and appends to {@code refusals}. */
  public CsvCells(CsvRow row, List<Refusal> refusals) {
    this.row = row;
    this.refusals = refusals;
  }

  /** The text as it stands, possibly empty. */
  public String text(String column) {
    return row.text(column);
  }

  /** A text that must not be empty. */
  public String required(String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      refuse("CSV-MISSING", column, "This cell must not be empty.", "");
    }
    return text;
  }

  /** The text, or null when the cell is empty. */
  public @Nullable String optional(String column) {
    String text = row.text(column);
    return text.isEmpty() ? null : text;
  }

  /** A finite number within bounds; null when the cell is empty. */
  public @Nullable Double number(String column, double low, double high) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= low && value <= high) {
        return value;
      }
      refuse("CSV-RANGE", column, text + " is not between " + low + " and " + high + ".", "");
    } catch (NumberFormatException notANumber) {
      refuse(
          "CSV-NUMBER",
          column,
          "\"" + text + "\" is no number.",
          "write it with a point and without thousands separators.");
    }
    return null;
  }

  /** A finite number within bounds, or the given one when the cell is empty or refused. */
  public double number(String column, double low, double high, double otherwise) {
    Double value = number(column, low, high);
    return value == null ? otherwise : value;
  }

  /** One of the names of an enumeration, in any case; {@code otherwise} when refused. */
  public <E extends Enum<E>> E choice(String column, Class<E> type, E otherwise) {
    String text = required(column);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    if (!text.isEmpty()) {
      refuse(
          "CSV-CHOICE",
          column,
          "\"" + text + "\" is none of " + Arrays.toString(type.getEnumConstants()) + ".",
          "");
    }
    return otherwise;
  }

  /** Yes or no; an empty cell is no. */
  public boolean yes(String column) {
    String text = row.text(column).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      refuse("CSV-YES-NO", column, "\"" + text + "\" is neither yes nor no.", "");
    }
    return YES.contains(text);
  }

  /** Adds a refusal at a cell of this row. */
  public void refuse(String code, String column, String message, String maybe) {
    refusals.add(new Refusal(code, row.place(column), message, maybe));
  }
}
