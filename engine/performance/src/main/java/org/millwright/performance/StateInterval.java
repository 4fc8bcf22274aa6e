// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.time.Instant;
import java.util.Optional;
import org.millwright.model.Period;

/**
 * A work unit was in one state for a stretch of time.
 *
 * @param id of the state change that began it; 0 for time before the first known change
 * @param annotation id of the annotation that decides its state or reason, 0 when none does
 * @param workUnit identity of the work unit
 * @param period half-open, at least a millisecond
 * @param state what it did
 * @param reason reason code, empty when none is known
 * @param product product being made, empty when unknown
 * @param source who says so
 */
public record StateInterval(
    long id,
    long annotation,
    String workUnit,
    Period period,
    WorkUnitState state,
    String reason,
    String product,
    Source source) {

  /** The same, for the part of its time that lies in a period; nothing when none does. */
  public Optional<StateInterval> within(Period window) {
    return window.contains(period) ? Optional.of(this) : period.intersect(window).map(this::during);
  }

  /** The same, for another time. */
  public StateInterval during(Period time) {
    return new StateInterval(id, annotation, workUnit, time, state, reason, product, source);
  }

  /** The same until an instant inside it. */
  StateInterval until(Instant end) {
    return during(new Period(period.start(), end));
  }

  /** The same time and origin, booked otherwise. */
  StateInterval as(WorkUnitState newState, String newReason, long newAnnotation, Source newSource) {
    return new StateInterval(
        id, newAnnotation, workUnit, period, newState, newReason, product, newSource);
  }

  /** Whether the two touch and say the same, so that a person sees one stop and not two. */
  boolean continuedBy(StateInterval next) {
    return period.end().equals(next.period.start())
        && state == next.state
        && annotation == next.annotation
        && reason.equals(next.reason)
        && product.equals(next.product);
  }
}
