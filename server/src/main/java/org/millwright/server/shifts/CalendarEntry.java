// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a business date on, a node and all below it follow a pattern.
 *
 * @param node path, empty for the whole installation
 * @param pattern code; null when no shift runs from that date on
 * @param zone time zone of the node, such as {@code Asia/Shanghai}
 */
record CalendarEntry(String node, LocalDate from, @Nullable String pattern, String zone) {

  CalendarEntry {
    Objects.requireNonNull(node);
    Objects.requireNonNull(from);
    Objects.requireNonNull(zone);
  }
}
