// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rule for the item that was in work when looking began.
 *
 * <p>A counter counts an item when it is done, whole. An item begun before the window, or before
 * the machine was first heard, was made partly in time that is not looked at, and a machine with a
 * cycle of two minutes would show a performance of 600 % when the item is done after 20 s. A work
 * unit has one item in work, so at each beginning of observation at most one planned run time can
 * have been earned unseen. That much is credited only as far as the planned run time of all items
 * stays within the actual production time: performance is not lifted over 100 % by what nobody saw.
 * A machine that runs faster than its planned run time says still shows more than 100 %, and over a
 * whole shift the rule changes nothing, so totals of shifts still add up.
 *
 * <p>Counts stay whole: items are what they are, only their time is limited.
 */
final class WorkBegunUnseen {

  private WorkBegunUnseen() {}

  /** The most that can have been earned before observation began, microseconds. */
  static long micros(Assessment input) {
    long begins = input.window().start().toEpochMilli();
    long until = input.window().end().toEpochMilli();
    long micros = 0;
    // Before the first interval nobody looked; a gap later is a new beginning.
    boolean seen = false;
    for (StateInterval interval : input.intervals()) {
      long start = Math.max(begins, interval.period().start().toEpochMilli());
      boolean looked = interval.state() != WorkUnitState.NOT_OBSERVED;
      if (looked && !seen && start < until && interval.period().end().toEpochMilli() > start) {
        micros += inWorkAt(start, input);
      }
      seen = looked;
    }
    return micros;
  }

  private static long inWorkAt(long start, Assessment input) {
    Optional<CountRecord> first =
        input.counts().stream()
            .filter(count -> count.total() > 0 && count.period().end().toEpochMilli() > start)
            .min(Comparator.comparing(count -> count.period().end()));
    if (first.isEmpty()) {
      return 0;
    }
    double cycle =
        input.idealCycles().seconds(input.workUnit(), first.get().product()).orElse(0) * 1e6;
    long counted = Math.max(start, first.get().period().start().toEpochMilli());
    return Math.max(0, Math.round(cycle) - running(input.intervals(), start, counted) * 1000);
  }

  private static long running(List<StateInterval> intervals, long from, long to) {
    long millis = 0;
    for (StateInterval interval : intervals) {
      if (interval.state() == WorkUnitState.RUNNING) {
        long start = Math.max(from, interval.period().start().toEpochMilli());
        millis += Math.max(0, Math.min(to, interval.period().end().toEpochMilli()) - start);
      }
    }
    return millis;
  }
}
