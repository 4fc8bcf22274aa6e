// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads points in time as seconds. */
final class Instants {

  private Instants() {}

  /**
   * Seconds of a number or of an ISO 8601 date and time; a time without an offset counts as UTC.
   *
   * @return not a number when the text is neither
   */
  static double seconds(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return ofDate(text.replace(' ', 'T'));
    }
  }

  private static double ofDate(String text) {
    try {
      OffsetDateTime time =
          text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(text)
              : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
      return (double) time.toEpochSecond() + time.getNano() / 1e9;
    } catch (DateTimeException noDate) {
      return Double.NaN;
    }
  }
}
