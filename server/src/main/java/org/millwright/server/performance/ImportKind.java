// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.Locale;
import java.util.Optional;

/** What the rows of a file from a person are about. */
enum ImportKind {
  /** One state, usually a stop, from its start to its end. */
  INTERVALS,
  /** Items made in a stretch of time. */
  COUNTS,
  /** Shifts as they really were. */
  SHIFTS,
  /** Sums of a day's production: monitored, running and stopped time, items. */
  DAYS,
  /** Sums of an hour: monitored, running and stopped time. */
  HOURS;

  static Optional<ImportKind> of(String name) {
    try {
      return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
