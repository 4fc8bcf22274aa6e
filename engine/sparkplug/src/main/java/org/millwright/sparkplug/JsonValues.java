// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Scalars and arrays as JSON. */
final class JsonValues {

  private static final long EXACT_IN_A_BROWSER = 1L << 53;

  private JsonValues() {}

  static void write(JsonGenerator json, Value value) {
    switch (value) {
      case Value.Whole whole -> whole(json, whole.type(), whole.value());
      case Value.Real real -> real(json, real.type(), real.value());
      case Value.Bool bool -> json.writeBoolean(bool.value());
      case Value.Text text -> json.writeString(text.value());
      case Value.Time time -> json.writeString(Instant.ofEpochMilli(time.epochMillis()).toString());
      case Value.Binary binary -> json.writeBinary(binary.value());
      default -> array(json, value);
    }
  }

  private static void array(JsonGenerator json, Value value) {
    if (value instanceof Value.Absent) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    switch (value) {
      case Value.WholeArray array -> {
        for (long element : array.value()) {
          whole(json, array.type().element(), element);
        }
      }
      case Value.RealArray array -> {
        for (double element : array.value()) {
          real(json, array.type().element(), element);
        }
      }
      case Value.BoolArray array -> {
        for (boolean element : array.value()) {
          json.writeBoolean(element);
        }
      }
      case Value.TextArray array -> array.value().forEach(json::writeString);
      default -> throw new IllegalArgumentException(value.type().label() + " is no array.");
    }
    json.writeEndArray();
  }

  private static void whole(JsonGenerator json, DataType type, long value) {
    if (type == DataType.DATE_TIME) {
      json.writeString(Instant.ofEpochMilli(value).toString());
    } else if (type == DataType.UINT64) {
      unsigned(json, value);
    } else if (Math.abs(value) > EXACT_IN_A_BROWSER || value == Long.MIN_VALUE) {
      json.writeString(Long.toString(value));
    } else {
      json.writeNumber(value);
    }
  }

  static void unsigned(JsonGenerator json, long value) {
    if (value < 0 || value > EXACT_IN_A_BROWSER) {
      json.writeString(Long.toUnsignedString(value));
    } else {
      json.writeNumber(value);
    }
  }

  private static void real(JsonGenerator json, DataType type, double value) {
    if (!Double.isFinite(value)) {
      json.writeString(Double.toString(value));
    } else if (type == DataType.FLOAT) {
      json.writeNumber((float) value);
    } else {
      json.writeNumber(value);
    }
  }
}
