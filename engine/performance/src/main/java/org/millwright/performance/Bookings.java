// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;

/** How observed intervals are booked: short stops are minor stops, and what people said counts. */
public final class Bookings {

  private Bookings() {}

  /**
   * Books observed intervals.
   *
   * @param observed contiguous intervals of one work unit in order of time, whole at both ends
   * @param annotations what people said, in any order
   * @param minorStop unclassified stops shorter than this are minor stops once they have ended
   * @param now stops that last until now have not ended
   * @return contiguous intervals over the same time; neighbours that say the same are one
   */
  public static List<StateInterval> book(
      List<StateInterval> observed, List<Annotation> annotations, Duration minorStop, Instant now) {
    List<StateInterval> booked = new ArrayList<>();
    for (StateInterval interval : withMinorStops(observed, minorStop, now)) {
      overlay(interval, annotations, booked);
    }
    return joined(booked);
  }

  private static List<StateInterval> withMinorStops(
      List<StateInterval> observed, Duration minorStop, Instant now) {
    List<StateInterval> result = new ArrayList<>(observed.size());
    int i = 0;
    while (i < observed.size()) {
      int end = endOfStop(observed, i);
      Instant stopEnds = observed.get(end - 1).period().end();
      Duration lasted = Duration.between(observed.get(i).period().start(), stopEnds);
      boolean minor =
          observed.get(i).state() == WorkUnitState.UNCLASSIFIED
              // What the platform concluded, such as the rest of a day, is no single stop.
              && observed.get(i).source() != Source.SYSTEM
              && stopEnds.isBefore(now)
              && lasted.compareTo(minorStop) < 0;
      for (; i < end; i++) {
        StateInterval one = observed.get(i);
        result.add(minor ? one.as(WorkUnitState.MINOR_STOP, one.reason(), 0, one.source()) : one);
      }
    }
    return result;
  }

  private static int endOfStop(List<StateInterval> observed, int from) {
    int end = from + 1;
    while (end < observed.size() && observed.get(end).state() == observed.get(from).state()) {
      end++;
    }
    return end;
  }

  private static void overlay(
      StateInterval interval, List<Annotation> annotations, List<StateInterval> booked) {
    List<Annotation> relevant = new ArrayList<>();
    for (Annotation annotation : annotations) {
      if (annotation.period().overlaps(interval.period()) && annotation.appliesTo(interval)) {
        relevant.add(annotation);
      }
    }
    if (relevant.isEmpty()) {
      booked.add(interval);
      return;
    }
    Instant start = interval.period().start();
    for (Instant cut : cuts(interval, relevant)) {
      StateInterval part = interval.during(new Period(start, cut));
      Annotation decides = decisive(part.period(), relevant);
      booked.add(
          decides == null
              ? part
              : part.as(decides.state(), decides.reason(), decides.id(), Source.MANUAL));
      start = cut;
    }
  }

  private static SortedSet<Instant> cuts(StateInterval interval, List<Annotation> relevant) {
    SortedSet<Instant> cuts = new TreeSet<>();
    for (Annotation annotation : relevant) {
      cuts.add(annotation.period().start());
      cuts.add(annotation.period().end());
    }
    cuts.removeIf(cut -> !interval.period().contains(cut) || cut.equals(interval.period().start()));
    cuts.add(interval.period().end());
    return cuts;
  }

  private static @Nullable Annotation decisive(Period part, List<Annotation> relevant) {
    Annotation decides = null;
    for (Annotation annotation : relevant) {
      if (annotation.period().contains(part)
          && (decides == null || annotation.id() > decides.id())) {
        decides = annotation;
      }
    }
    return decides;
  }

  private static List<StateInterval> joined(List<StateInterval> parts) {
    List<StateInterval> joined = new ArrayList<>(parts.size());
    for (StateInterval next : parts) {
      if (!joined.isEmpty() && joined.getLast().continuedBy(next)) {
        joined.set(joined.size() - 1, joined.getLast().until(next.period().end()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
