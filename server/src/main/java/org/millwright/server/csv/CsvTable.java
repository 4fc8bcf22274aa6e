// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param encoding the character encoding that was found, such as {@code UTF-8} or {@code GB18030}
 * @param delimiter the character between cells
 * @param columns names of the columns, lower case
 * @param rows the rows in their order
 */
public record CsvTable(String encoding, char delimiter, List<String> columns, List<CsvRow> rows) {

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
