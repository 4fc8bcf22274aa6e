// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.millwright.model.Period;
import org.millwright.model.PeriodSet;

/** One sweep over the intervals and counts of an assessment. */
final class Assessor {

  static final Assessment.Witness NO_WITNESS =
      new Assessment.Witness() {
        @Override
        public void time(StateInterval part, TimeUse use) {}

        @Override
        public void count(CountRecord share) {}
      };

  private final Assessment input;
  private final Assessment.Witness witness;
  private final boolean witnessed;
  private final Cursor planned;
  private final Cursor shifts;
  private final long[] millis = new long[TimeUse.values().length];
  private final long from;
  private final long until;
  private long failures;
  private long repairMillis;

  Assessor(Assessment input, Assessment.Witness witness) {
    this.input = input;
    this.witness = witness;
    this.witnessed = witness != NO_WITNESS;
    this.planned = new Cursor(input.plannedBusy());
    this.shifts = new Cursor(input.shifts());
    this.from = input.window().start().toEpochMilli();
    this.until = input.window().end().toEpochMilli();
  }

  Totals totals() {
    long covered = from;
    WorkUnitState before = WorkUnitState.NOT_OBSERVED;
    for (StateInterval interval : input.intervals()) {
      long start = interval.period().start().toEpochMilli();
      if (start >= until) {
        break;
      }
      covered = unobserved(covered, Math.max(start, from));
      long end = Math.min(interval.period().end().toEpochMilli(), until);
      if (end > covered) {
        book(interval, Math.max(start, covered), end);
        countFailure(interval, before, start);
        covered = end;
      }
      before = interval.state();
    }
    unobserved(covered, until);
    return new Totals(millis, items(), failures, repairMillis);
  }

  private void countFailure(StateInterval interval, WorkUnitState before, long start) {
    boolean begins = interval.state() == WorkUnitState.BREAKDOWN && before != interval.state();
    if (begins && start >= from) {
      failures++;
    }
  }

  private long unobserved(long start, long end) {
    if (start >= end) {
      return start;
    }
    StateInterval gap =
        new StateInterval(
            0,
            0,
            input.workUnit(),
            Period.ofMillis(start, end),
            WorkUnitState.NOT_OBSERVED,
            "",
            "",
            Source.SYSTEM);
    book(gap, start, end);
    return end;
  }

  @SuppressWarnings("EnumOrdinal") // an array by use of time, never stored
  private void book(StateInterval interval, long start, long end) {
    if (interval.state() == WorkUnitState.BREAKDOWN) {
      repairMillis += end - start;
    }
    long at = start;
    while (at < end) {
      boolean inPlan = planned.moveTo(at);
      boolean inShift = shifts.moveTo(at);
      long next = Math.min(end, Math.min(planned.nextEdge(), shifts.nextEdge()));
      TimeUse use =
          inPlan ? TimeUse.planned(interval.state()) : TimeUse.unplanned(interval.state(), inShift);
      millis[use.ordinal()] += next - at;
      if (witnessed) {
        witness.time(interval.during(Period.ofMillis(at, next)), use);
      }
      at = next;
    }
  }

  private Totals.Items items() {
    Map<String, long[]> byProduct = new TreeMap<>();
    List<Period> startUps = startUps();
    for (CountRecord count : input.counts()) {
      share(count, startUps, byProduct);
    }
    Totals.Items sum = Totals.Items.ZERO;
    for (Map.Entry<String, long[]> product : byProduct.entrySet()) {
      sum = sum.plus(priced(product.getKey(), product.getValue()));
    }
    return sum;
  }

  private void share(CountRecord count, List<Period> startUps, Map<String, long[]> byProduct) {
    long good = count.share(count.good(), from, until);
    long scrap = count.share(count.scrap(), from, until);
    long rework = count.share(count.rework(), from, until);
    long total = good + scrap + rework;
    if (good == 0 && scrap == 0 && rework == 0) {
      return;
    }
    long[] sums = byProduct.computeIfAbsent(count.product(), product -> new long[4]);
    sums[0] += good;
    sums[1] += scrap;
    sums[2] += rework;
    for (Period startUp : startUps) {
      sums[3] +=
          count.share(
              count.scrap(),
              Math.max(from, startUp.start().toEpochMilli()),
              Math.min(until, startUp.end().toEpochMilli()));
    }
    if (witnessed) {
      Period shared = count.period().intersect(input.window()).orElse(count.period());
      witness.count(
          new CountRecord(
              count.id(),
              count.workUnit(),
              shared,
              count.product(),
              total,
              good,
              scrap,
              rework,
              count.source()));
    }
  }

  /** Disjoint times that count as start-up: each setup, and the agreed time from its end. */
  private List<Period> startUps() {
    List<Period> times = new ArrayList<>();
    for (StateInterval interval : input.intervals()) {
      if (interval.state() == WorkUnitState.SETUP) {
        Period setup = interval.period();
        times.add(new Period(setup.start(), setup.end().plus(input.startUp())));
      }
    }
    return PeriodSet.union(times).intersect(input.window()).periods();
  }

  private Totals.Items priced(String product, long[] sums) {
    long good = sums[0];
    long scrap = sums[1];
    long rework = sums[2];
    long startUp = sums[3];
    OptionalDouble cycle = input.idealCycles().seconds(input.workUnit(), product);
    double micros = cycle.orElse(0) * 1e6;
    long total = good + scrap + rework;
    return new Totals.Items(
        total,
        good,
        scrap,
        rework,
        startUp,
        Math.round(micros * good),
        Math.round(micros * (scrap - startUp)),
        Math.round(micros * startUp),
        Math.round(micros * rework),
        cycle.isPresent() ? 0 : total);
  }

  /** Walks a set of periods forward, so that a sweep takes linear time. */
  private static final class Cursor {
    private final List<Period> periods;
    private int index;
    private long at;

    Cursor(PeriodSet set) {
      this.periods = set.periods();
    }

    /** Moves on to an instant and says whether it is in the set. */
    boolean moveTo(long millis) {
      at = millis;
      while (index < periods.size() && periods.get(index).end().toEpochMilli() <= millis) {
        index++;
      }
      return index < periods.size() && periods.get(index).start().toEpochMilli() <= millis;
    }

    /** The next instant at which membership changes. */
    long nextEdge() {
      if (index >= periods.size()) {
        return Long.MAX_VALUE;
      }
      Period period = periods.get(index);
      long start = period.start().toEpochMilli();
      return start > at ? start : period.end().toEpochMilli();
    }
  }
}
