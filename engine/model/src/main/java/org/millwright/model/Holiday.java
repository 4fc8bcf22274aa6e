// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A date on which the pattern does not hold.
 *
 * @param date business date
 * @param name what it is, such as 国庆节
 * @param worksLikeCycleDay empty on a day off; on a working day that replaces one (调休), the day of
 *     the cycle whose shifts run, counted from 0
 */
public record Holiday(LocalDate date, String name, OptionalInt worksLikeCycleDay) {

  /** A day on which no shift runs. */
  public static Holiday dayOff(LocalDate date, String name) {
    return new Holiday(date, name, OptionalInt.empty());
  }
}
