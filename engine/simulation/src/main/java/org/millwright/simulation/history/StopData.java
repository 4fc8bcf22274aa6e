// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.model.LineState;

/**
 * The times between stops of one kind and the times they last.
 *
 * @param between running time from one stop to the next; cut off where the record has a gap or ends
 * @param lasting length of the stops; cut off likewise
 */
record StopData(LifeData between, LifeData lasting) {

  private static final double GAP = 1e-6;

  /** Reads the stops of a kind off the intervals of one machine. */
  static StopData of(List<StateInterval> intervals, LineState kind) {
    Walk walk = new Walk();
    StateInterval before = null;
    for (StateInterval interval : intervals) {
      boolean gap = before != null && interval.start() - before.end() > GAP;
      if (gap || interval.state() == LineState.NOT_OBSERVED) {
        walk.cutOff();
      }
      walk.take(interval, kind);
      before = interval;
    }
    walk.cutOff();
    return new StopData(
        new LifeData(walk.between, walk.betweenCut), new LifeData(walk.lasting, walk.lastingCut));
  }

  /** The state of the walk along the record. */
  private static final class Walk {
    private final List<Double> between = new ArrayList<>();
    private final List<Double> betweenCut = new ArrayList<>();
    private final List<Double> lasting = new ArrayList<>();
    private final List<Double> lastingCut = new ArrayList<>();
    private double running;
    private double stopped;

    void take(StateInterval interval, LineState kind) {
      if (interval.state() == kind) {
        if (stopped == 0) {
          add(between, running);
          running = 0;
        }
        stopped += interval.duration();
      } else {
        add(lasting, stopped);
        stopped = 0;
        running += interval.state() == LineState.RUNNING ? interval.duration() : 0;
      }
    }

    /** What is under way here was not seen to its end. */
    void cutOff() {
      add(betweenCut, running);
      add(lastingCut, stopped);
      running = 0;
      stopped = 0;
    }

    private static void add(List<Double> list, double duration) {
      if (duration > 0) {
        list.add(duration);
      }
    }
  }
}
