// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Locale;

/**
 * The Sparkplug B data types with their wire numbers (Sparkplug 3.0, 6.4.16 "DataType").
 *
 * <p>The constants stand in the order of their wire numbers, without gaps.
 */
public enum DataType {
  UNKNOWN(0, "Unknown", 0),
  INT8(1, "Int8", 1),
  INT16(2, "Int16", 2),
  INT32(3, "Int32", 4),
  INT64(4, "Int64", 8),
  UINT8(5, "UInt8", 1),
  UINT16(6, "UInt16", 2),
  UINT32(7, "UInt32", 4),
  UINT64(8, "UInt64", 8),
  FLOAT(9, "Float", 4),
  DOUBLE(10, "Double", 8),
  BOOLEAN(11, "Boolean", 0),
  STRING(12, "String", 0),
  /** Milliseconds since the epoch, UTC. */
  DATE_TIME(13, "DateTime", 8),
  TEXT(14, "Text", 0),
  UUID(15, "UUID", 0),
  DATA_SET(16, "DataSet", 0),
  BYTES(17, "Bytes", 0),
  FILE(18, "File", 0),
  TEMPLATE(19, "Template", 0),
  PROPERTY_SET(20, "PropertySet", 0),
  PROPERTY_SET_LIST(21, "PropertySetList", 0),
  INT8_ARRAY(22, "Int8Array", 1),
  INT16_ARRAY(23, "Int16Array", 2),
  INT32_ARRAY(24, "Int32Array", 4),
  INT64_ARRAY(25, "Int64Array", 8),
  UINT8_ARRAY(26, "UInt8Array", 1),
  UINT16_ARRAY(27, "UInt16Array", 2),
  UINT32_ARRAY(28, "UInt32Array", 4),
  UINT64_ARRAY(29, "UInt64Array", 8),
  FLOAT_ARRAY(30, "FloatArray", 4),
  DOUBLE_ARRAY(31, "DoubleArray", 8),
  BOOLEAN_ARRAY(32, "BooleanArray", 0),
  STRING_ARRAY(33, "StringArray", 0),
  DATE_TIME_ARRAY(34, "DateTimeArray", 8);

  private static final DataType[] BY_CODE = values();

  private final int code;
  private final String label;
  private final int width;

  DataType(int code, String label, int width) {
    this.code = code;
    this.label = label;
    this.width = width;
  }

  /** The type with this wire number, {@link #UNKNOWN} when no edition up to 3.0 defines it. */
  public static DataType ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
  }

  /** The type called so in the specification, in any case; {@link #UNKNOWN} when there is none. */
  public static DataType ofLabel(String label) {
    for (DataType type : BY_CODE) {
      if (type.label.equalsIgnoreCase(label)
          || type.name().equals(label.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** The wire number, 0 to 34. */
  public int code() {
    return code;
  }

  /** The name the specification uses, such as {@code UInt16}. */
  public String label() {
    return label;
  }

  /** Bytes of one number (of one element for an array), 0 when the type has no fixed width. */
  public int width() {
    return width;
  }

  /** Int8 to UInt64. */
  public boolean isWhole() {
    return code >= INT8.code && code <= UINT64.code;
  }

  /** Int8 to Int64: a value below zero is possible. */
  public boolean isSigned() {
    return code >= INT8.code && code <= INT64.code;
  }

  /** Float or Double. */
  public boolean isReal() {
    return this == FLOAT || this == DOUBLE;
  }

  /** A value a trend can draw: whole, real, Boolean (0 or 1) or DateTime (milliseconds). */
  public boolean isNumeric() {
    return isWhole() || isReal() || this == BOOLEAN || this == DATE_TIME;
  }

  /** String, Text or UUID. */
  public boolean isText() {
    return this == STRING || this == TEXT || this == UUID;
  }

  /** One of the thirteen array types of Sparkplug 3.0. */
  public boolean isArray() {
    return code >= INT8_ARRAY.code;
  }

  /** The type of one element of an array type, the type itself otherwise. */
  public DataType element() {
    return switch (this) {
      case BOOLEAN_ARRAY -> BOOLEAN;
      case STRING_ARRAY -> STRING;
      case DATE_TIME_ARRAY -> DATE_TIME;
      default -> isArray() ? BY_CODE[code - INT8_ARRAY.code + INT8.code] : this;
    };
  }

  /**
   * A whole number of this type from the bits on the wire: cut to the type's width, then extended
   * by its sign. Edge nodes differ in how they send a negative Int8 or Int16 (some as 8 or 16 bits,
   * some as 32); both give the same number here.
   */
  public long extend(long bits) {
    return switch (this) {
      case INT8 -> (byte) bits;
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      case UINT8 -> bits & 0xFF;
      case UINT16 -> bits & 0xFFFF;
      case UINT32 -> bits & 0xFFFF_FFFFL;
      default -> bits;
    };
  }
}
