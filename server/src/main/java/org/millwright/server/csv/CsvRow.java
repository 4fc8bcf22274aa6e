// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param line number of the line in the file at which the row begins, counted from 1
 * @param cells text by column name, without surrounding blanks
 */
public record CsvRow(long line, Map<String, String> cells) {

  public CsvRow {
    cells = Map.copyOf(cells);
  }

  /** The text in a column, empty when the table lacks the column or the row its cell. */
  public String text(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Where a cell stands, for a refusal. */
  public String place(String column) {
    return "line " + line + ", column " + column;
  }
}
