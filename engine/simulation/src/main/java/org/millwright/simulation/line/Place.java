// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventQueue;
import org.millwright.simulation.model.Condition;

/** One place of a station and the job in it. */
final class Place {

  /** How far the job has come. */
  enum Step {
    EMPTY,
    LOADED,
    SETUP,
    PROCESS,
    DONE
  }

  final int index;
  int item = Items.NONE;
  Step step = Step.EMPTY;
  Condition condition = Condition.STARVED;
  int lastProduct = Items.NONE;

  /** Ticks of the whole step, and what is left of it while the timer stands still. */
  long duration;

  long remaining;
  long end;
  long timer = EventQueue.NONE;
  boolean running;

  /** Number of the operator claim, and whether it is waiting or granted. */
  int claim;

  boolean asking;
  boolean manned;

  /** Whether the way out is reserved. */
  boolean hasWay;

  /** Whether the volumes a job needs were taken from their tanks. */
  boolean filled;

  /** The way the item leaves by. */
  int exit;

  Place(int index) {
    this.index = index;
  }

  void exchange(Archive archive) {
    item = archive.exchange(item);
    step = archive.exchange(step);
    condition = archive.exchange(condition);
    lastProduct = archive.exchange(lastProduct);
    duration = archive.exchange(duration);
    remaining = archive.exchange(remaining);
    end = archive.exchange(end);
    timer = archive.exchange(timer);
    running = archive.exchange(running);
    asking = archive.exchange(asking);
    manned = archive.exchange(manned);
    hasWay = archive.exchange(hasWay);
    filled = archive.exchange(filled);
    exit = archive.exchange(exit);
  }
}
