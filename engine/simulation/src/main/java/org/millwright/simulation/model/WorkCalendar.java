// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;

/**
 * A repeating pattern of working time.
 *
 * @param period length of the pattern, in time units
 * @param work working spans within the period, in order and apart
 */
public record WorkCalendar(String id, double period, List<Span> work) {

  public WorkCalendar {
    work = List.copyOf(work);
  }

  /** A span of working time from the start of the period. */
  public record Span(double from, double to) {}
}
