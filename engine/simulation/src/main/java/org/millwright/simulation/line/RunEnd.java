// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;

/** How a run of a line ended. */
public sealed interface RunEnd {

  /** The time asked for was reached. */
  record Reached() implements RunEnd {}

  /** Items wait for each other for ever. */
  record Deadlocked(List<String> elements) implements RunEnd {
    public Deadlocked {
      elements = List.copyOf(elements);
    }
  }

  /** More items gathered on the line than any plant holds. */
  record Overfull(String element) implements RunEnd {}

  /** Events follow each other without time passing. */
  record Standstill(String element) implements RunEnd {}

  /** The run took more events than it was given. */
  record OutOfBudget() implements RunEnd {}
}
