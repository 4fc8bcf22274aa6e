// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who works at a moment.
 *
 * @param businessDate the date the shift is booked on
 * @param shift name of the shift
 * @param crew name of the crew, empty when none is named
 * @param from start of the shift
 * @param to end of the shift
 * @param persons names of those on duty
 */
public record OnShift(
    LocalDate businessDate,
    String shift,
    String crew,
    Instant from,
    Instant to,
    List<String> persons) {

  public OnShift {
    persons = List.copyOf(persons);
  }
}
