// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayList;
import java.util.List;

/** Reads a data set from the cursor's place to its limit. */
final class DataSetDecoder {

  private static final int ELEMENT_VALUE_FIELDS = 1;

  private final WireValue wire = new WireValue();

  DataSet decode(WireCursor cursor) {
    long declared = -1;
    List<String> names = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    List<List<Value>> rows = new ArrayList<>();
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 -> declared = cursor.varint();
        case 2 << 3 | 2 -> names.add(cursor.text());
        case 3 << 3 -> types.add(DataType.ofCode((int) cursor.varint()));
        case 3 << 3 | 2 -> packedTypes(cursor, types);
        case 4 << 3 | 2 -> rows.add(row(cursor, types));
        default -> cursor.skip(tag);
      }
    }
    boolean agreed = names.size() == types.size() && (declared < 0 || declared == names.size());
    if (!agreed || rows.stream().anyMatch(row -> row.size() != names.size())) {
      cursor.fail(Fault.DATA_SET);
      return new DataSet(List.of(), List.of());
    }
    List<DataSet.Column> columns = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      columns.add(new DataSet.Column(names.get(i), types.get(i)));
    }
    return new DataSet(columns, rows);
  }

  private static void packedTypes(WireCursor cursor, List<DataType> types) {
    int outer = cursor.enter(cursor.length());
    while (cursor.more()) {
      types.add(DataType.ofCode((int) cursor.varint()));
    }
    cursor.leave(outer);
  }

  private List<Value> row(WireCursor cursor, List<DataType> types) {
    List<Value> row = new ArrayList<>(types.size());
    int outer = cursor.enter(cursor.length());
    while (cursor.more()) {
      int tag = cursor.tag();
      if (tag == (1 << 3 | 2)) {
        DataType type = row.size() < types.size() ? types.get(row.size()) : DataType.UNKNOWN;
        row.add(element(cursor, type));
      } else {
        cursor.skip(tag);
      }
    }
    cursor.leave(outer);
    return row;
  }

  private Value element(WireCursor cursor, DataType type) {
    wire.clear();
    int outer = cursor.enter(cursor.length());
    while (cursor.more()) {
      int tag = cursor.tag();
      if (!wire.read(cursor, tag, ELEMENT_VALUE_FIELDS)) {
        cursor.skip(tag);
      }
    }
    Value value =
        wire.kind == ValueKind.NONE
            ? new Value.Absent(type)
            : ValueDecoder.scalar(cursor, wire, type);
    cursor.leave(outer);
    return value;
  }
}
