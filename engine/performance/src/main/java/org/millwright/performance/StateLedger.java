// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;

/**
 * What a work unit was seen to do, as changes of state in order of time.
 *
 * <p>Changes may be added in any order: one that arrives late cuts the interval it falls into, and
 * the ledger is the same as if all had come in time. Intervals always tile: each ends where the
 * next begins, and time before the first change is not observed. Not thread-safe.
 */
public final class StateLedger {

  private final String workUnit;
  private final TreeMap<Instant, StateChange> changes = new TreeMap<>();

  /** An empty ledger: nothing has ever been observed. */
  public StateLedger(String workUnit) {
    this.workUnit = workUnit;
  }

  /** Identity of the work unit. */
  public String workUnit() {
    return workUnit;
  }

  /**
   * Adds a change. When another is known for the same instant, the one from the more trusted source
   * counts, and among equals the one recorded later.
   *
   * @return whether the ledger changed
   */
  public boolean add(StateChange change) {
    StateChange known = changes.get(change.at());
    if (known != null && !change.prevailsOver(known)) {
      return false;
    }
    changes.put(change.at(), change);
    return true;
  }

  /** The change in force at an instant. */
  public Optional<StateChange> at(Instant instant) {
    return Optional.ofNullable(changes.floorEntry(instant)).map(Map.Entry::getValue);
  }

  /** The last change known. */
  public Optional<StateChange> last() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.lastEntry().getValue());
  }

  /**
   * When the stop that is under way at an instant ends: the next time the unit runs or is not
   * observed; empty when it has not ended.
   */
  public Optional<Instant> endOfStop(Instant during) {
    return changes.tailMap(during, false).values().stream()
        .filter(change -> !change.state().isStop())
        .map(StateChange::at)
        .findFirst();
  }

  /** Forgets what was before an instant, but for the change in force then. */
  public void forgetBefore(Instant instant) {
    Instant inForce = changes.floorKey(instant);
    if (inForce != null) {
      changes.headMap(inForce, false).clear();
    }
  }

  /** How many changes it holds. */
  public int size() {
    return changes.size();
  }

  /**
   * The intervals that share time with a window, whole: the first may begin before it and the last
   * end after it, and a neighbour in the same state is included, so that the length of a stop does
   * not depend on the window it is looked at through.
   *
   * @param now where the last interval ends for the time being; time after it is nobody's
   */
  public List<StateInterval> intervals(Period window, Instant now) {
    Instant from = wholeFrom(window.start());
    Instant until = wholeUntil(window.end(), now);
    if (!from.isBefore(until)) {
      return List.of();
    }
    List<StateInterval> intervals = new ArrayList<>();
    StateChange current = changes.get(from);
    Instant start = from;
    for (StateChange next : changes.subMap(from, false, until, false).values()) {
      intervals.add(interval(current, start, next.at()));
      current = next;
      start = next.at();
    }
    intervals.add(interval(current, start, until));
    return intervals;
  }

  private Instant wholeFrom(Instant start) {
    Map.Entry<Instant, StateChange> first = changes.floorEntry(start);
    if (first == null) {
      return start;
    }
    Map.Entry<Instant, StateChange> before = changes.lowerEntry(first.getKey());
    while (before != null && before.getValue().state() == first.getValue().state()) {
      first = before;
      before = changes.lowerEntry(first.getKey());
    }
    return first.getKey();
  }

  private Instant wholeUntil(Instant end, Instant now) {
    Map.Entry<Instant, StateChange> last = changes.lowerEntry(end);
    Map.Entry<Instant, StateChange> next = changes.ceilingEntry(end);
    while (last != null && next != null && next.getValue().state() == last.getValue().state()) {
      next = changes.higherEntry(next.getKey());
    }
    Instant whole = next == null ? now : next.getKey();
    return whole.isBefore(now) ? whole : now;
  }

  private StateInterval interval(@Nullable StateChange change, Instant start, Instant end) {
    Period period = new Period(start, end);
    if (change == null) {
      return new StateInterval(
          0, 0, workUnit, period, WorkUnitState.NOT_OBSERVED, "", "", Source.SYSTEM);
    }
    return new StateInterval(
        change.id(),
        0,
        workUnit,
        period,
        change.state(),
        change.reason(),
        change.product(),
        change.source());
  }
}
