// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import org.millwright.model.Period;

/**
 * What a person says about a stretch of time, laid over what was observed. The observation stays,
 * so an annotation can be taken back and late machine data cannot undo it.
 *
 * @param id unique; where two cover the same instant the greater one counts
 * @param period the time it speaks of; part of a stop is a split, more than one stop is a merge
 * @param reach what it applies to
 * @param state how the time is to be booked
 * @param reason reason code, empty when none is given
 */
public record Annotation(long id, Period period, Reach reach, WorkUnitState state, String reason) {

  /** What in its period an annotation applies to. */
  public enum Reach {
    /** Only time in which the unit was seen to stand: giving a stop its reason. */
    STOPS,
    /** All of it, whatever was observed: correcting the record. */
    EVERYTHING
  }

  boolean appliesTo(StateInterval observed) {
    return reach == Reach.EVERYTHING || observed.state().isStop();
  }
}
