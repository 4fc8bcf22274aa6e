// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * The value union that metrics, properties, parameters and data-set elements share: six scalar
 * fields in the same order everywhere, only their first field number differs.
 */
final class WireValue {

  ValueKind kind = ValueKind.NONE;

  /** Whole numbers as they are, 32 bits without sign; floats and doubles as IEEE bits. */
  long bits;

  int offset;
  int length;

  void clear() {
    kind = ValueKind.NONE;
    bits = 0;
    offset = 0;
    length = 0;
  }

  /**
   * Takes the field when it is one of the six scalars counted from {@code first}.
   *
   * @return false when it is another field; nothing has been read then
   */
  boolean read(WireCursor cursor, int tag, int first) {
    switch (tag - (first << 3)) {
      case 0 -> number(ValueKind.INT, cursor.varint() & 0xFFFF_FFFFL);
      case 1 << 3 -> number(ValueKind.LONG, cursor.varint());
      case 2 << 3 | 5 -> number(ValueKind.FLOAT, cursor.fixed32() & 0xFFFF_FFFFL);
      case 3 << 3 | 1 -> number(ValueKind.DOUBLE, cursor.fixed64());
      case 4 << 3 -> number(ValueKind.BOOLEAN, cursor.varint() != 0 ? 1 : 0);
      case 5 << 3 | 2 -> slice(ValueKind.STRING, cursor);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void number(ValueKind arrived, long value) {
    kind = arrived;
    bits = value;
  }

  void slice(ValueKind arrived, WireCursor cursor) {
    kind = arrived;
    length = cursor.pass();
    offset = cursor.position - length;
  }

  /** The value as a whole number of {@code type}; fractions are cut off, NaN gives 0. */
  long asLong(DataType type) {
    return switch (kind) {
      case INT, LONG -> type.extend(bits);
      case BOOLEAN -> bits;
      case FLOAT, DOUBLE -> (long) asDouble(type);
      default -> 0;
    };
  }

  /** The value as a number of {@code type}; NaN when it is none. */
  double asDouble(DataType type) {
    return switch (kind) {
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
      case INT, LONG -> whole(type.extend(bits), type);
      case BOOLEAN -> bits;
      default -> Double.NaN;
    };
  }

  static double whole(long value, DataType type) {
    if (type != DataType.UINT64 || value >= 0) {
      return value;
    }
    // Halve with the lowest bit kept sticky, so that doubling rounds once.
    return ((value >>> 1) | (value & 1)) * 2.0;
  }
}
