// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Optional;
import org.millwright.simulation.distribution.Distribution;

/**
 * A recurring reason to stop: a breakdown, a minor stop or planned maintenance.
 *
 * @param due time from the end of one stop until the next is due, on the clock named; for
 *     maintenance by the calendar, time from due to due
 * @param duration of the stop once work on it starts
 * @param window for opportunistic stops: time from due until the stop becomes forced
 */
public record Interruption(
    String id,
    Kind kind,
    Clock clock,
    Onset onset,
    Distribution due,
    Distribution duration,
    JobRule job,
    double window,
    Optional<CrewNeed> crew) {

  /** What the stop is. */
  public enum Kind {
    BREAKDOWN(Condition.REPAIR),
    MINOR_STOP(Condition.MINOR_STOP),
    MAINTENANCE(Condition.MAINTENANCE);

    private final Condition condition;

    Kind(Condition condition) {
      this.condition = condition;
    }

    /** The condition of the station during such a stop. */
    public Condition condition() {
      return condition;
    }
  }

  /** Which time wears the station out. */
  public enum Clock {
    /** Only while it works. */
    OPERATING,
    /** Always, except during the stop itself. */
    CALENDAR,
    /** Jobs finished rather than time. */
    JOBS
  }

  /** When a stop that is due begins. */
  public enum Onset {
    /** At once, in the middle of a job. */
    IMMEDIATE,
    /** As soon as the job under way is finished. */
    FORCED,
    /** When the station has nothing to do, at the latest after the window. */
    OPPORTUNISTIC
  }

  /** What becomes of the job under way. */
  public enum JobRule {
    RESUME,
    REPEAT,
    SCRAP
  }

  /** Repairers the stop needs. */
  public record CrewNeed(String pool, int count, int priority) {}
}
