// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.springframework.http.HttpStatus;

/** A period of a request, epoch milliseconds, from inclusive, to exclusive. */
record Period(long from, long to) {

  /**
   * Reads two instants, each ISO-8601 with offset or epoch milliseconds (Grafana's {@code
   * ${__from}}).
   */
  static Period of(String from, String to) {
    Period period = new Period(instant("from", from), instant("to", to));
    if (period.from >= period.to) {
      throw refused("to", to, "is not after from.", "exchange from and to.");
    }
    return period;
  }

  private static long instant(String place, String text) {
    try {
      return text.matches("-?\\d{1,15}")
          ? Long.parseLong(text)
          : java.time.OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw refused(
          place,
          text,
          "is no instant.",
          "write it as " + Instant.EPOCH + " or in epoch milliseconds.");
    }
  }

  private static RefusalException refused(String place, String text, String message, String maybe) {
    return new RefusalException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        new Refusal("HISTORIAN-PERIOD", place, "\"" + text + "\" " + message, maybe));
  }
}
