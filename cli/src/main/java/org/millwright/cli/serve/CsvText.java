// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.util.Set;
import java.util.TreeSet;

/** A small table as CSV text; remembers the first cell of every row. */
final class CsvText {

  private final StringBuilder text = new StringBuilder();
  private final Set<String> keys = new TreeSet<>();
  private final int columns;

  CsvText(String... header) {
    columns = header.length;
    row(header);
  }

  void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    keys.add(cells[0]);
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append('"').append(cells[i].replace("\"", "\"\"")).append('"');
    }
    text.append('\n');
  }

  boolean contains(String key) {
    return keys.contains(key);
  }

  String text() {
    return text.toString();
  }
}
