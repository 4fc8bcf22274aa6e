// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comma-separated table with a header line; a field in double quotes may hold commas. */
public final class CsvTable {

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> lineNumbers = new ArrayList<>();

  /** Reads the text of a table; a byte order mark and blank lines are skipped. */
  public CsvTable(String text) {
    String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      List<String> fields = fields(lines[i]);
      if (columns.isEmpty()) {
        for (String field : fields) {
          columns.putIfAbsent(field.trim(), columns.size());
        }
      } else {
        rows.add(fields);
        lineNumbers.add(i + 1);
      }
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(letter);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  public boolean has(String column) {
    return columns.containsKey(column);
  }

  public int size() {
    return rows.size();
  }

  /** The line of a row in the file, counted from 1. */
  public int line(int row) {
    return lineNumbers.get(row);
  }

  /** The trimmed text of a cell, empty when the row or the table lacks it. */
  public String cell(int row, String column) {
    Integer index = columns.get(column);
    List<String> fields = rows.get(row);
    return index == null || index >= fields.size() ? "" : fields.get(index).trim();
  }
}
