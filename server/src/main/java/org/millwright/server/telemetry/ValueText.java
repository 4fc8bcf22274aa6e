// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.StringWriter;
import java.util.Base64;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.PayloadJson;
import org.millwright.sparkplug.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The text under which a value that is not a number is stored and shown. */
final class ValueText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ValueText() {}

  /** A text as it is, bytes in base64, anything else as JSON. */
  static String of(Value value) {
    return switch (value) {
      case Value.Text text -> text.value();
      case Value.Binary binary -> Base64.getEncoder().encodeToString(binary.value());
      default -> {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
          PayloadJson.value(json, value);
        }
        yield text.toString();
      }
    };
  }

  /** A whole number exactly, UInt64 without sign. */
  static String whole(DataType type, long bits) {
    return type.isSigned() ? Long.toString(bits) : Long.toUnsignedString(bits);
  }
}
