// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventQueue;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Interruption;
import org.millwright.simulation.model.Interruption.Kind;

/** One recurring reason to stop, with what is left until it is due. */
final class Stoppage {

  /** How far a stop has come. */
  enum Phase {
    COUNTING,
    DUE,
    WAITING,
    UNDER_WAY
  }

  final Interruption interruption;
  final Variate due;
  final Variate duration;
  final @Nullable PoolState crew;
  int claim;
  Phase phase = Phase.COUNTING;

  /** Ticks or jobs until due, as of the last time the clock stood still. */
  long budget;

  /** On the calendar clock: when it was due last. */
  private long dueAt;

  /** Whether no new job may start before this stop. */
  boolean closing;

  long event = EventQueue.NONE;
  long times;

  Stoppage(Interruption interruption, Variate due, Variate duration, @Nullable PoolState crew) {
    this.interruption = interruption;
    this.due = due;
    this.duration = duration;
    this.crew = crew;
  }

  boolean isActive() {
    return phase == Phase.WAITING || phase == Phase.UNDER_WAY;
  }

  Condition condition() {
    return phase == Phase.WAITING && interruption.kind() == Kind.BREAKDOWN
        ? Condition.WAITING_CREW
        : interruption.kind().condition();
  }

  /** Draws what is left until the stop is due again. */
  void renew() {
    phase = Phase.COUNTING;
    budget =
        interruption.clock() == Interruption.Clock.JOBS
            ? Math.max(1, Math.round(due.next()))
            : due.nextTicks();
  }

  /**
   * When the stop is due again by the calendar. What is planned keeps to its grid, however late it
   * began or long it took; what happens by chance counts from the end of the last time.
   */
  long nextDue(long now) {
    boolean planned = interruption.kind() == Kind.MAINTENANCE;
    dueAt = planned ? Math.max(now, dueAt + budget) : now + budget;
    return dueAt;
  }

  void exchange(Archive archive) {
    dueAt = archive.exchange(dueAt);
    due.exchange(archive);
    duration.exchange(archive);
    phase = archive.exchange(phase);
    budget = archive.exchange(budget);
    closing = archive.exchange(closing);
    event = archive.exchange(event);
    times = archive.exchange(times);
  }
}
