// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.time.Duration;
import java.util.List;
import org.millwright.model.Period;
import org.millwright.model.PeriodSet;

/**
 * All that is known about one work unit in one period, from which every figure follows.
 *
 * @param workUnit identity of the work unit
 * @param window the period that is looked at
 * @param intervals booked intervals that cover the window, in order of time; they may reach beyond
 *     it, and time none covers is not observed
 * @param counts count records that share time with the window
 * @param shifts time in which shifts run (POT)
 * @param plannedBusy time in which production is planned (PBT); part of {@code shifts}
 * @param idealCycles planned run time per item
 * @param startUp for how long after a setup rejects are still start-up rejects, as those made in it
 *     are
 */
public record Assessment(
    String workUnit,
    Period window,
    List<StateInterval> intervals,
    List<CountRecord> counts,
    PeriodSet shifts,
    PeriodSet plannedBusy,
    IdealCycles idealCycles,
    Duration startUp) {

  public Assessment {
    intervals = List.copyOf(intervals);
    counts = List.copyOf(counts);
  }

  /** Takes the parts that the figures are the sum of. */
  public interface Witness {

    /** A part of an interval, cut to the window and to one use of time. */
    void time(StateInterval part, TimeUse use);

    /** The share of a count record that lies in the window. */
    void count(CountRecord share);
  }

  /** The sums of the window. */
  public Totals totals() {
    return new Assessor(this, Assessor.NO_WITNESS).totals();
  }

  /**
   * The most planned run time that the items counted in the window can have earned before anybody
   * looked, microseconds: one item at the window's start and after each time that nobody saw. See
   * {@link Totals#lessBegunUnseen}.
   */
  public long begunUnseenMicros() {
    return WorkBegunUnseen.micros(this);
  }

  /** The sums of the window, with every part shown to a witness on the way. */
  public Totals totals(Witness witness) {
    return new Assessor(this, witness).totals();
  }
}
