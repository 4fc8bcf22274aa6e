// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Set;
import org.millwright.server.csv.CsvCells;

/**
 * One table of the catalogue as a file: how a row is read, checked, stored and written.
 *
 * @param <T> what a row describes
 */
interface EquipmentTable<T> {

  /** Name of the table in the API and of its file. */
  String part();

  /** Columns in the order they are written. */
  List<String> columns();

  /** Columns without which a file is refused. */
  Set<String> required();

  /** Reads a row; errors go to the cells' refusals, then the result is not used. */
  T parse(CsvCells cells);

  /** What makes two rows the same thing. */
  String key(T row);

  /**
   * Checks what a row refers to.
   *
   * @param known the catalogue as it is
   * @param keys keys of all rows of the same file
   */
  void check(T row, EquipmentCatalog known, Set<String> keys, CsvCells cells);

  /** The rows of the catalogue. */
  List<T> rows(EquipmentCatalog catalog);

  /** The cells of a row, in the order of the columns. */
  List<String> cells(T row);

  /** Stores a row, new or changed. */
  void save(T row, EquipmentRecords records);
}
