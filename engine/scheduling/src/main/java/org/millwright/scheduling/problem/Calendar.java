// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;

/**
 * When a machine works.
 *
 * @param id name in the input
 * @param working disjoint stretches in ascending order; empty means always
 */
public record Calendar(String id, List<Span> working) {

  /** Round the clock, without end. */
  public static final Calendar ALWAYS = new Calendar("always", List.of());

  public Calendar {
    working = List.copyOf(working);
  }

  /** Whether every tick is working time. */
  public boolean isAlways() {
    return working.isEmpty();
  }
}
