// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One metric where it lies in the payload's bytes.
 *
 * <p>The view belongs to its {@link PayloadReader} and shows another metric after every {@link
 * PayloadReader#next}. Offsets count in {@link PayloadReader#bytes}. Nothing here allocates except
 * {@link #name}, {@link #text} and {@link #copyOfValue}.
 */
public final class MetricView {

  private static final int VALUE_FIELDS = 10;

  private final WireValue value = new WireValue();
  private byte[] bytes = {};
  private int start;
  private int end;
  private int nameOffset;
  private int nameLength;
  private boolean hasAlias;
  private long alias;
  private boolean hasTimestamp;
  private long timestamp;
  private int typeCode;
  private boolean historical;
  private boolean transientValue;
  private boolean nullValue;
  private int metadataOffset;
  private int metadataLength;
  private int propertiesOffset;
  private int propertiesLength;

  MetricView() {}

  /** Reads one metric from the cursor's place to its limit. */
  void read(WireCursor cursor) {
    clear(cursor);
    while (cursor.more()) {
      int tag = cursor.tag();
      if (!value.read(cursor, tag, VALUE_FIELDS)) {
        readField(cursor, tag);
      }
    }
  }

  private void clear(WireCursor cursor) {
    value.clear();
    bytes = cursor.bytes;
    start = cursor.position;
    end = cursor.limit;
    nameOffset = -1;
    nameLength = 0;
    hasAlias = false;
    alias = 0;
    hasTimestamp = false;
    timestamp = 0;
    typeCode = 0;
    historical = false;
    transientValue = false;
    nullValue = false;
    metadataOffset = -1;
    propertiesOffset = -1;
  }

  private void readField(WireCursor cursor, int tag) {
    switch (tag) {
      case 1 << 3 | 2 -> {
        nameLength = cursor.pass();
        nameOffset = cursor.position - nameLength;
      }
      case 2 << 3 -> {
        alias = cursor.varint();
        hasAlias = true;
      }
      case 3 << 3 -> {
        timestamp = cursor.varint();
        hasTimestamp = true;
      }
      case 4 << 3 -> typeCode = (int) cursor.varint();
      case 5 << 3 -> historical = cursor.varint() != 0;
      case 6 << 3 -> transientValue = cursor.varint() != 0;
      case 7 << 3 -> nullValue = cursor.varint() != 0;
      default -> readRareField(cursor, tag);
    }
  }

  private void readRareField(WireCursor cursor, int tag) {
    switch (tag) {
      case 8 << 3 | 2 -> {
        metadataLength = cursor.pass();
        metadataOffset = cursor.position - metadataLength;
      }
      case 9 << 3 | 2 -> {
        propertiesLength = cursor.pass();
        propertiesOffset = cursor.position - propertiesLength;
      }
      case 16 << 3 | 2 -> value.slice(ValueKind.BYTES, cursor);
      case 17 << 3 | 2 -> value.slice(ValueKind.DATA_SET, cursor);
      case 18 << 3 | 2 -> value.slice(ValueKind.TEMPLATE, cursor);
      case 19 << 3 | 2 -> value.slice(ValueKind.EXTENSION, cursor);
      default -> cursor.skip(tag);
    }
  }

  /** Whether the metric carries its name (always in a birth, never beside an alias in data). */
  public boolean hasName() {
    return nameOffset >= 0;
  }

  /** Where the UTF-8 name starts; −1 without a name. */
  public int nameOffset() {
    return nameOffset;
  }

  /** Bytes of the name. */
  public int nameLength() {
    return nameLength;
  }

  /** The name; empty without one. Bytes that are no UTF-8 become U+FFFD. */
  public String name() {
    return nameOffset < 0 ? "" : new String(bytes, nameOffset, nameLength, StandardCharsets.UTF_8);
  }

  /** Whether the name is these UTF-8 bytes. */
  public boolean nameIs(byte[] utf8) {
    return nameOffset >= 0
        && Arrays.equals(bytes, nameOffset, nameOffset + nameLength, utf8, 0, utf8.length);
  }

  /** Whether the metric carries an alias. */
  public boolean hasAlias() {
    return hasAlias;
  }

  /** The alias, an unsigned 64-bit number; 0 without one. */
  public long alias() {
    return alias;
  }

  /** Whether the metric carries its own time. */
  public boolean hasTimestamp() {
    return hasTimestamp;
  }

  /** When the value was acquired, milliseconds since the epoch; 0 without a time. */
  public long timestamp() {
    return timestamp;
  }

  /** The declared type; {@link DataType#UNKNOWN} when absent, as is usual in data messages. */
  public DataType type() {
    return DataType.ofCode(typeCode);
  }

  /** The type's number as sent, 0 when absent. */
  public int typeCode() {
    return typeCode;
  }

  /** Whether this is a stored value sent late, which must not become the live value. */
  public boolean isHistorical() {
    return historical;
  }

  /** Whether the sender asks not to store the value. */
  public boolean isTransient() {
    return transientValue;
  }

  /** Whether the value is null, said so or by sending none. */
  public boolean isNull() {
    return nullValue || value.kind == ValueKind.NONE;
  }

  /** Which field holds the value. */
  public ValueKind kind() {
    return value.kind;
  }

  /** A whole number's bits, 32-bit fields without sign; IEEE bits of a float or double. */
  public long bits() {
    return value.bits;
  }

  /** Whether the value arrived in a field that can hold {@code type}. */
  public boolean holds(DataType type) {
    return value.kind.holds(type);
  }

  /**
   * The value as a whole number of {@code type}: sign-extended from the type's width, fractions cut
   * off, 0 when it is no number. UInt64 above 2⁶³ keeps its bits and so looks negative.
   */
  public long asLong(DataType type) {
    return value.asLong(type);
  }

  /** The value as a number of {@code type}, Boolean as 0 or 1; NaN when it is no number. */
  public double asDouble(DataType type) {
    return value.asDouble(type);
  }

  /** Where a string, bytes, data-set or template value starts. */
  public int valueOffset() {
    return value.offset;
  }

  /** Bytes of a string, bytes, data-set or template value; 0 for other kinds. */
  public int valueLength() {
    return value.length;
  }

  /** A string value; bytes that are no UTF-8 become U+FFFD. */
  public String text() {
    return new String(bytes, value.offset, value.length, StandardCharsets.UTF_8);
  }

  /** The bytes of a string, bytes, data-set or template value. */
  public byte[] copyOfValue() {
    return Arrays.copyOfRange(bytes, value.offset, value.offset + value.length);
  }

  /** Where the metric's message starts. */
  public int offset() {
    return start;
  }

  /** Bytes of the metric's message. */
  public int length() {
    return end - start;
  }

  WireValue value() {
    return value;
  }

  int metadataOffset() {
    return metadataOffset;
  }

  int metadataLength() {
    return metadataLength;
  }

  int propertiesOffset() {
    return propertiesOffset;
  }

  int propertiesLength() {
    return propertiesLength;
  }
}
