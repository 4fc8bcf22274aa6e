// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date on which the pattern does not hold at a node and below.
 *
 * @param worksLikeCycleDay null on a day off; on a working day that replaces one (调休), the day of
 *     the cycle, from 0
 */
record HolidayEntry(String node, LocalDate date, String name, @Nullable Integer worksLikeCycleDay) {

  HolidayEntry {
    Objects.requireNonNull(node);
    Objects.requireNonNull(date);
    Objects.requireNonNull(name);
  }
}
