// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.util.Objects;

/**
 * An expected "no": input that cannot be taken, said so that a person can mend it.
 *
 * <p>A refusal is a value, part of a result; an exception is a bug or an outage. Codes are stable:
 * callers, tests and translations rely on them, messages may change.
 *
 * @param code stable, upper case, prefixed by the area, such as {@code SCHEDULE-CYCLE}
 * @param place where the fault lies: a JSON pointer, a line and column, a tag; empty when the whole
 *     input is at fault
 * @param message what was wrong, with the offending value, as one sentence in English
 * @param maybe the likely fix without the leading "Maybe", empty when none is likely
 */
public record Refusal(String code, String place, String message, String maybe) {

  public Refusal {
    Objects.requireNonNull(code);
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    Objects.requireNonNull(maybe);
  }

  /** A refusal without a likely fix. */
  public static Refusal of(String code, String place, String message) {
    return new Refusal(code, place, message, "");
  }

  /** One line for a log or a terminal. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(code);
    if (!place.isEmpty()) {
      line.append(" at ").append(place);
    }
    line.append(": ").append(message);
    if (!maybe.isEmpty()) {
      line.append(" Maybe ").append(maybe);
    }
    return line.toString();
  }
}
