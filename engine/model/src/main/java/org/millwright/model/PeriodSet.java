// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of instants made of finitely many half-open periods, with the algebra of sets.
 *
 * <p>The periods are kept sorted, disjoint and with a gap between neighbours, so equal sets are
 * equal values. Every operation takes time linear in the number of periods.
 */
public final class PeriodSet {

  /** The set without an instant. */
  public static final PeriodSet EMPTY = new PeriodSet(List.of());

  private final List<Period> periods;

  private PeriodSet(List<Period> periods) {
    this.periods = periods;
  }

  /** The set of one period. */
  public static PeriodSet of(Period period) {
    return new PeriodSet(List.of(period));
  }

  /** The union of periods given in any order; they may overlap or touch. */
  public static PeriodSet union(Collection<Period> parts) {
    List<Period> sorted = parts.stream().sorted().toList();
    List<Period> merged = new ArrayList<>();
    for (Period next : sorted) {
      append(merged, next);
    }
    return new PeriodSet(List.copyOf(merged));
  }

  private static void append(List<Period> merged, Period next) {
    if (merged.isEmpty() || merged.getLast().end().isBefore(next.start())) {
      merged.add(next);
      return;
    }
    Period last = merged.getLast();
    if (next.end().isAfter(last.end())) {
      merged.set(merged.size() - 1, new Period(last.start(), next.end()));
    }
  }

  /** The periods, sorted, disjoint and not touching. */
  public List<Period> periods() {
    return periods;
  }

  /** Whether there is no instant in it. */
  public boolean isEmpty() {
    return periods.isEmpty();
  }

  /** Whether the instant belongs to the set. */
  public boolean contains(Instant instant) {
    int low = 0;
    int high = periods.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Period candidate = periods.get(middle);
      if (candidate.contains(instant)) {
        return true;
      }
      if (instant.isBefore(candidate.start())) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return false;
  }

  /** The instants in either set. */
  public PeriodSet union(PeriodSet other) {
    List<Period> both = new ArrayList<>(periods);
    both.addAll(other.periods);
    return union(both);
  }

  /** The instants in both sets. */
  public PeriodSet intersect(PeriodSet other) {
    List<Period> shared = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    while (mine < periods.size() && theirs < other.periods.size()) {
      Period a = periods.get(mine);
      Period b = other.periods.get(theirs);
      a.intersect(b).ifPresent(shared::add);
      if (a.end().isBefore(b.end())) {
        mine++;
      } else {
        theirs++;
      }
    }
    return new PeriodSet(List.copyOf(shared));
  }

  /** The instants in the period that are also in the set. */
  public PeriodSet intersect(Period period) {
    return intersect(of(period));
  }

  /** The instants in this set that are not in the other. */
  public PeriodSet minus(PeriodSet other) {
    List<Period> left = new ArrayList<>();
    int from = 0;
    for (Period period : periods) {
      Instant cursor = period.start();
      while (from < other.periods.size() && !other.periods.get(from).end().isAfter(cursor)) {
        from++;
      }
      for (int i = from; i < other.periods.size(); i++) {
        Period hole = other.periods.get(i);
        if (!hole.start().isBefore(period.end())) {
          break;
        }
        Period.between(cursor, hole.start()).ifPresent(left::add);
        cursor = hole.end().isAfter(cursor) ? hole.end() : cursor;
      }
      Period.between(cursor, period.end()).ifPresent(left::add);
    }
    return new PeriodSet(List.copyOf(left));
  }

  /** The sum of the elapsed times. */
  public Duration duration() {
    return periods.stream().map(Period::duration).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeriodSet set && periods.equals(set.periods);
  }

  @Override
  public int hashCode() {
    return periods.hashCode();
  }

  @Override
  public String toString() {
    return periods.toString();
  }
}
