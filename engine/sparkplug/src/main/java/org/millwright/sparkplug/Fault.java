// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.millwright.model.Refusal;

/** Why a payload cannot be taken. Each fault is a stable refusal code. */
public enum Fault {
  TRUNCATED("SPARKPLUG-TRUNCATED", "The payload ends inside a field."),
  VARINT("SPARKPLUG-VARINT", "A variable-length number is longer than ten bytes."),
  TAG("SPARKPLUG-TAG", "A field number or wire type is none protobuf knows."),
  OVERSIZED("SPARKPLUG-OVERSIZED", "The payload is larger than this host takes."),
  DEPTH("SPARKPLUG-DEPTH", "Templates, property sets or groups are nested too deep."),
  UTF8("SPARKPLUG-UTF8", "A text is not UTF-8."),
  ARRAY("SPARKPLUG-ARRAY", "The bytes of an array do not divide into its elements."),
  DATA_SET("SPARKPLUG-DATA-SET", "A data set's columns, types and rows disagree in number."),
  PROPERTIES("SPARKPLUG-PROPERTIES", "A property set has not as many values as keys."),
  VALUE("SPARKPLUG-VALUE", "A value is of another kind than its data type.");

  private final String code;
  private final String message;

  Fault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** This fault as a refusal at the byte {@code position} of the payload. */
  public Refusal at(int position) {
    return new Refusal(
        code,
        "byte " + position,
        message,
        "the sender is no Sparkplug B edge node, or the message was cut on its way.");
  }
}
