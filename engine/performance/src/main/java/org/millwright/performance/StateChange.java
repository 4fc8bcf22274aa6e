// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.time.Instant;

/**
 * From an instant on, a work unit is in a state, until the next change.
 *
 * @param id unique; the later recorded has the greater one
 * @param at when the state began
 * @param state the state that began
 * @param reason reason code, empty when none is known
 * @param product product being made, empty when unknown
 * @param source who says so
 */
public record StateChange(
    long id, Instant at, WorkUnitState state, String reason, String product, Source source) {

  /** Whether this one counts when both speak of the same instant. */
  boolean prevailsOver(StateChange other) {
    return source != other.source ? source.compareTo(other.source) > 0 : id > other.id;
  }
}
