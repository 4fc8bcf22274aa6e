// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The value of a metric, property, parameter or data-set element, with its type.
 *
 * <p>Arrays are shared, not copied: who hands one over does not change it any more.
 */
@SuppressWarnings("ArrayRecordComponent") // each compares its array by content
public sealed interface Value
    permits Value.Absent,
        Value.Whole,
        Value.Real,
        Value.Bool,
        Value.Text,
        Value.Time,
        Value.Binary,
        Value.WholeArray,
        Value.RealArray,
        Value.BoolArray,
        Value.TextArray,
        DataSet,
        Template,
        PropertySet,
        PropertySetList {

  /** The Sparkplug type. */
  DataType type();

  /** Null, of any type. */
  record Absent(DataType type) implements Value {}

  /**
   * Int8 to UInt64.
   *
   * @param value in the range of {@code type}; UInt64 from 2⁶³ as its 64 bits, so negative
   */
  record Whole(DataType type, long value) implements Value {
    public Whole {
      require(type.isWhole(), type);
      value = type.extend(value);
    }
  }

  /** Float or Double; a Float is rounded to 32 bits. */
  record Real(DataType type, double value) implements Value {
    public Real {
      require(type.isReal(), type);
      value = type == DataType.FLOAT ? (float) value : value;
    }
  }

  /** Boolean. */
  record Bool(boolean value) implements Value {
    @Override
    public DataType type() {
      return DataType.BOOLEAN;
    }
  }

  /** String, Text or UUID. */
  record Text(DataType type, String value) implements Value {
    public Text {
      require(type.isText(), type);
    }
  }

  /** DateTime, in milliseconds since the epoch. */
  record Time(long epochMillis) implements Value {
    @Override
    public DataType type() {
      return DataType.DATE_TIME;
    }
  }

  /** Bytes or File; UNKNOWN for bytes of a type this edition does not know. */
  record Binary(DataType type, byte[] value) implements Value {
    public Binary {
      require(type == DataType.BYTES || type == DataType.FILE || type == DataType.UNKNOWN, type);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Binary that && type == that.type && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, Arrays.hashCode(value));
    }
  }

  /** Arrays of Int8 to UInt64 and of DateTime; elements as in {@link Whole} and {@link Time}. */
  record WholeArray(DataType type, long[] value) implements Value {
    public WholeArray {
      DataType element = type.element();
      require(type.isArray() && (element.isWhole() || element == DataType.DATE_TIME), type);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WholeArray that
          && type == that.type
          && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, Arrays.hashCode(value));
    }
  }

  /** Arrays of Float and Double. */
  record RealArray(DataType type, double[] value) implements Value {
    public RealArray {
      require(type.isArray() && type.element().isReal(), type);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RealArray that
          && type == that.type
          && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, Arrays.hashCode(value));
    }
  }

  /** An array of Boolean. */
  record BoolArray(boolean[] value) implements Value {
    @Override
    public DataType type() {
      return DataType.BOOLEAN_ARRAY;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BoolArray that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** An array of String. An element cannot hold U+0000, which separates them on the wire. */
  record TextArray(List<String> value) implements Value {
    public TextArray {
      value = List.copyOf(value);
      for (String element : value) {
        if (element.indexOf('\0') >= 0) {
          throw new IllegalArgumentException("An element of a StringArray holds U+0000.");
        }
      }
    }

    @Override
    public DataType type() {
      return DataType.STRING_ARRAY;
    }
  }

  private static void require(boolean fits, DataType type) {
    if (!fits) {
      throw new IllegalArgumentException(type.label() + " is not the type of such a value.");
    }
  }
}
