// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/** Which field of the value union is on the wire; the data type says what it means. */
public enum ValueKind {
  NONE,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  BOOLEAN,
  STRING,
  BYTES,
  DATA_SET,
  TEMPLATE,
  PROPERTY_SET,
  PROPERTY_SET_LIST,
  EXTENSION;

  /**
   * Whether a value of {@code type} may arrive in this field. Wider than the specification's table
   * where real senders are: UInt32 arrives as a 64-bit field from Eclipse Tahu, and small whole
   * numbers arrive as either width.
   */
  public boolean holds(DataType type) {
    return switch (this) {
      case NONE, EXTENSION -> false;
      case INT, LONG -> type.isWhole() || type == DataType.DATE_TIME || type == DataType.UNKNOWN;
      case FLOAT, DOUBLE -> type.isReal() || type == DataType.UNKNOWN;
      case BOOLEAN -> type == DataType.BOOLEAN || type == DataType.UNKNOWN;
      case STRING -> type.isText() || type == DataType.UNKNOWN;
      case BYTES ->
          type == DataType.BYTES
              || type == DataType.FILE
              || type.isArray()
              || type == DataType.UNKNOWN;
      case DATA_SET -> type == DataType.DATA_SET || type == DataType.UNKNOWN;
      case TEMPLATE -> type == DataType.TEMPLATE || type == DataType.UNKNOWN;
      case PROPERTY_SET -> type == DataType.PROPERTY_SET || type == DataType.UNKNOWN;
      case PROPERTY_SET_LIST -> type == DataType.PROPERTY_SET_LIST || type == DataType.UNKNOWN;
    };
  }

  /** The type to show a value under whose sender named none. */
  public DataType assumedType() {
    return switch (this) {
      case NONE, EXTENSION -> DataType.UNKNOWN;
      case INT -> DataType.UINT32;
      case LONG -> DataType.UINT64;
      case FLOAT -> DataType.FLOAT;
      case DOUBLE -> DataType.DOUBLE;
      case BOOLEAN -> DataType.BOOLEAN;
      case STRING -> DataType.STRING;
      case BYTES -> DataType.BYTES;
      case DATA_SET -> DataType.DATA_SET;
      case TEMPLATE -> DataType.TEMPLATE;
      case PROPERTY_SET -> DataType.PROPERTY_SET;
      case PROPERTY_SET_LIST -> DataType.PROPERTY_SET_LIST;
    };
  }
}
