// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.model.Period;
import org.millwright.performance.Annotation;
import org.millwright.performance.Bookings;
import org.millwright.performance.CountRecord;
import org.millwright.performance.StateChange;
import org.millwright.performance.StateInterval;
import org.millwright.performance.StateLedger;
import org.millwright.performance.WorkUnitState;

/** What is known of one unit since an instant, in memory. Any thread. */
final class UnitBook {

  private final StateLedger ledger;
  private final TreeMap<Long, CountRecord> counts = new TreeMap<>();
  private final TreeMap<Long, Remark> remarks = new TreeMap<>();

  UnitBook(String unit) {
    this.ledger = new StateLedger(unit);
  }

  synchronized void add(StateChange change) {
    ledger.add(change);
  }

  /** Adds a record, or replaces the one with its id. */
  synchronized void put(CountRecord record) {
    counts.put(record.id(), record);
  }

  synchronized void add(Remark remark) {
    remarks.put(remark.id(), remark);
  }

  /** The last change known, also one that lies in the future of others. */
  synchronized Optional<StateChange> last() {
    return ledger.last();
  }

  synchronized UnitHistory history(Period window, Instant now, Duration minorStop) {
    List<StateInterval> observed = ledger.intervals(window, now);
    List<Remark> said = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    for (Remark open : remarks.values()) {
      Remark remark = closed(open, now);
      said.add(remark);
      WorkUnitState state = remark.state();
      Instant end = remark.to();
      if (state != null && end != null && remark.from().isBefore(end)) {
        annotations.add(
            new Annotation(
                remark.id(),
                new Period(remark.from(), end),
                remark.reach(),
                state,
                remark.reason()));
      }
    }
    return new UnitHistory(
        window, Bookings.book(observed, annotations, minorStop, now), countsIn(window), said);
  }

  private Remark closed(Remark remark, Instant now) {
    return remark.to() != null
        ? remark
        : new Remark(
            remark.id(),
            remark.unit(),
            remark.from(),
            ledger.endOfStop(remark.from()).orElse(now),
            remark.reach(),
            remark.state(),
            remark.reason(),
            remark.note(),
            remark.by(),
            remark.at());
  }

  private List<CountRecord> countsIn(Period window) {
    List<CountRecord> found = new ArrayList<>();
    for (CountRecord record : counts.values()) {
      if (record.period().overlaps(window)) {
        found.add(record);
      }
    }
    return found;
  }

  synchronized void forgetBefore(Instant horizon) {
    ledger.forgetBefore(horizon);
    counts.values().removeIf(record -> !record.period().end().isAfter(horizon));
    remarks.values().removeIf(remark -> remark.to() != null && remark.to().isBefore(horizon));
  }
}
