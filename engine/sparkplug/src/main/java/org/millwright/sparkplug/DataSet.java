// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.List;

/**
 * A table as one value (Sparkplug 3.0, 6.4.10).
 *
 * @param columns names and element types
 * @param rows each with one value per column, {@link Value.Absent} for an empty cell
 */
public record DataSet(List<Column> columns, List<List<Value>> rows) implements Value {

  /** A column's name and the type of its cells. */
  public record Column(String name, DataType type) {}

  public DataSet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Value> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("A row has not one value per column.");
      }
    }
  }

  @Override
  public DataType type() {
    return DataType.DATA_SET;
  }
}
