// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

/** Fires the events of a queue at their handlers and keeps the time. */
public final class EventLoop {

  /** Events at one instant after which time is taken to stand still. */
  static final long STANDSTILL = 20_000_000;

  /** Why a run came back. */
  public enum Stop {
    /** The time asked for was reached. */
    TIME,
    /** A handler asked for it. */
    REQUEST,
    /** No event is left that could move anything. */
    REST,
    /** Events follow each other without time passing. */
    STANDSTILL,
    /** The number of events asked for was reached. */
    BUDGET
  }

  private final EventQueue queue = new EventQueue();
  private final EventHandler[] handlers;
  private long now;
  private long fired;
  private long firedAtInstant;
  private boolean stopRequested;

  /** A loop at time 0; the array is shared so that handlers may be filled in afterwards. */
  public EventLoop(EventHandler[] handlers) {
    this.handlers = handlers;
  }

  /**
   * Fires events until none is due up to a time, and then moves the clock there.
   *
   * @param until the last tick whose events fire
   * @param budget the most events the loop may have fired in its life
   */
  public Stop run(long until, long budget) {
    stopRequested = false;
    while (queue.advance(until)) {
      pass(queue.time());
      handlers[queue.target()].fire(queue.kind(), queue.argument());
      if (stopRequested) {
        return Stop.REQUEST;
      }
      if (queue.foreground() == 0) {
        return Stop.REST;
      }
      if (firedAtInstant > STANDSTILL) {
        return Stop.STANDSTILL;
      }
      if (fired >= budget) {
        return Stop.BUDGET;
      }
    }
    now = until;
    return Stop.TIME;
  }

  private void pass(long time) {
    fired++;
    if (time == now) {
      firedAtInstant++;
    } else {
      now = time;
      firedAtInstant = 0;
    }
  }

  /** Makes the running {@link #run} return after the event in hand. */
  public void requestStop() {
    stopRequested = true;
  }

  /** The current time in ticks. */
  public long now() {
    return now;
  }

  /** Events fired so far. */
  public long fired() {
    return fired;
  }

  public EventQueue queue() {
    return queue;
  }

  /** Writes time and pending events to an archive or takes them from it. */
  public void exchange(Archive archive) {
    now = archive.exchange(now);
    fired = archive.exchange(fired);
    firedAtInstant = archive.exchange(firedAtInstant);
    queue.exchange(archive);
  }
}
