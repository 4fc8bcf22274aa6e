// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.performance.Annotation.Reach;
import org.millwright.performance.StateInterval;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.identity.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say about stops: reasons, splits, merges, comments. Stored before it is answered. */
@Service
class Downtime {

  private static final Duration LONGEST_BRIDGE = Duration.ofMinutes(5);

  /** An interval as it is now, with what surrounds it. */
  record Found(StateInterval interval, UnitHistory history, long version, boolean goesOn) {}

  /** What came of asking for a change. */
  sealed interface Outcome {

    /** The change is stored; these intervals resulted. */
    record Done(List<IntervalView> intervals) implements Outcome {}

    /** There is no such interval; it may have been changed by late data. */
    record Unknown(Refusal refusal) implements Outcome {}

    /** Somebody else was faster. */
    record Outdated(Refusal refusal) implements Outcome {}

    /** It cannot be done. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  private final PerformanceRecords records;
  private final RecordWriter writer;
  private final Books books;
  private final Reasons reasons;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Downtime(
      PerformanceRecords records,
      RecordWriter writer,
      Books books,
      Reasons reasons,
      Audit audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.records = records;
    this.writer = writer;
    this.books = books;
    this.reasons = reasons;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** The unit an interval belongs to. */
  Optional<String> unit(String id) {
    writer.flush();
    return parts(id).flatMap(parts -> records.unitOfChange(parts[0]));
  }

  private static Optional<long[]> parts(String id) {
    int dash = id.indexOf('-');
    try {
      return dash < 1
          ? Optional.empty()
          : Optional.of(
              new long[] {
                Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1))
              });
    } catch (NumberFormatException notAnId) {
      return Optional.empty();
    }
  }

  private Optional<Found> find(String id) {
    return unit(id).flatMap(unit -> find(unit, id));
  }

  private Optional<Found> find(String unit, String id) {
    long[] parts = parts(id).orElseThrow();
    Instant start = Instant.ofEpochMilli(parts[1]);
    UnitHistory history = books.history(unit, new Period(start, start.plusMillis(1)));
    Instant now = clock.instant();
    return history.intervals().stream()
        .filter(each -> IntervalView.id(each).equals(id))
        .findFirst()
        .map(interval ->
            new Found(
                interval,
                history,
                IntervalView.of(interval, history, now).version(),
                !interval.period().end().isBefore(now.minusMillis(1000))
                    && history.intervals().getLast().equals(interval)));
  }

  /** Gives a stop its reason; one that goes on keeps it until it ends. */
  Outcome classify(String id, String reason, String comment, @Nullable Long version, String by) {
    Optional<Found> found = find(id);
    if (found.isEmpty()) {
      return unknown(id);
    }
    StateInterval interval = found.get().interval();
    Optional<Reason> known = reasons.given(reason);
    if (known.isEmpty()) {
      return noReason(reason);
    }
    if (!interval.state().isStop()) {
      return refused("DOWNTIME-RUNNING", id, "The unit did not stand: " + interval.state() + ".");
    }
    return outdated(found.get(), version)
        .orElseGet(() ->
            store(
                found.get(),
                "downtime.classify",
                remark(
                    interval,
                    found.get().goesOn() ? null : interval.period().end(),
                    Reach.STOPS,
                    known.get().state(),
                    reason,
                    comment,
                    by)));
  }

  /** Cuts an interval in two, so that each part can have its own reason. */
  Outcome split(String id, Instant at, @Nullable Long version, String by) {
    Optional<Found> found = find(id);
    if (found.isEmpty()) {
      return unknown(id);
    }
    StateInterval interval = found.get().interval();
    if (!interval.state().isStop()) {
      return refused("DOWNTIME-RUNNING", id, "The unit did not stand: " + interval.state() + ".");
    }
    if (!interval.period().contains(at) || at.equals(interval.period().start())) {
      return refused("DOWNTIME-SPLIT", "at", at + " is not inside the interval.");
    }
    return outdated(found.get(), version)
        .orElseGet(() -> {
          StateInterval rest = interval.during(new Period(at, interval.period().end()));
          return store(
              found.get(),
              "downtime.split",
              remark(
                  rest,
                  found.get().goesOn() ? null : interval.period().end(),
                  Reach.STOPS,
                  interval.state(),
                  interval.reason(),
                  "",
                  by));
        });
  }

  /** Writes something about an interval. */
  Outcome comment(String id, String comment, @Nullable Long version, String by) {
    Optional<Found> found = find(id);
    if (found.isEmpty()) {
      return unknown(id);
    }
    StateInterval interval = found.get().interval();
    return outdated(found.get(), version)
        .orElseGet(() ->
            store(
                found.get(),
                "downtime.comment",
                remark(
                    interval,
                    found.get().goesOn() ? null : interval.period().end(),
                    Reach.EVERYTHING,
                    null,
                    "",
                    comment,
                    by)));
  }

  /** Makes stops that follow each other closely one stop with one reason. */
  Outcome merge(List<String> ids, String reason, String comment, String by) {
    List<StateInterval> stops = new ArrayList<>();
    Found last = null;
    for (String id : ids) {
      Optional<Found> found = find(id);
      if (found.isEmpty()) {
        return unknown(id);
      }
      last = found.get();
      stops.add(last.interval());
    }
    Optional<Reason> known = reasons.given(reason);
    if (last == null || stops.size() < 2) {
      return refused("DOWNTIME-MERGE", "ids", "A merge needs two stops at least.");
    }
    if (known.isEmpty()) {
      return noReason(reason);
    }
    stops.sort(Comparator.comparing(StateInterval::period));
    Refusal fault = mergeFault(stops);
    if (fault != null) {
      return new Outcome.Refused(fault);
    }
    StateInterval whole =
        stops
            .getFirst()
            .during(new Period(stops.getFirst().period().start(), stops.getLast().period().end()));
    return store(
        last,
        "downtime.merge",
        remark(
            whole,
            whole.period().end(),
            Reach.EVERYTHING,
            known.get().state(),
            reason,
            comment,
            by));
  }

  private static @Nullable Refusal mergeFault(List<StateInterval> stops) {
    for (int i = 0; i < stops.size(); i++) {
      StateInterval stop = stops.get(i);
      if (!stop.state().isStop() || !stop.workUnit().equals(stops.getFirst().workUnit())) {
        return Refusal.of(
            "DOWNTIME-MERGE", IntervalView.id(stop), "Only stops of one unit can be merged.");
      }
      if (i > 0
          && Duration.between(stops.get(i - 1).period().end(), stop.period().start())
                  .compareTo(LONGEST_BRIDGE)
              > 0) {
        return new Refusal(
            "DOWNTIME-MERGE",
            IntervalView.id(stop),
            "The unit ran for more than five minutes in between.",
            "give each stop the reason by itself.");
      }
    }
    return null;
  }

  private Remark remark(
      StateInterval interval,
      @Nullable Instant end,
      Reach reach,
      @Nullable WorkUnitState state,
      String reason,
      String comment,
      String by) {
    return new Remark(
        writer.nextId(),
        interval.workUnit(),
        interval.period().start(),
        end,
        reach,
        state,
        reason,
        comment,
        by,
        clock.instant());
  }

  private Outcome store(Found found, String action, Remark remark) {
    transaction.executeWithoutResult(status -> {
      records.insert(remark);
      audit.recordAs(
          remark.by(),
          action,
          remark.unit(),
          IntervalView.id(found.interval()) + " " + remark.reason() + " " + remark.note());
    });
    books.book(remark.unit()).add(remark);
    Instant now = clock.instant();
    Instant end = Objects.requireNonNullElse(remark.to(), now);
    Instant start = found.interval().period().start();
    Period touched = new Period(start, end.isAfter(start) ? end : start.plusMillis(1));
    List<IntervalView> result =
        Performance.views(books.history(remark.unit(), touched), now).stream()
            .filter(each -> touched.contains(each.from()))
            .toList();
    result.forEach(each -> events.publishEvent(new IntervalChanged(each)));
    return new Outcome.Done(result);
  }

  private static Optional<Outcome> outdated(Found found, @Nullable Long version) {
    return version == null || version == found.version()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Outdated(
                new Refusal(
                    "DOWNTIME-VERSION",
                    "version",
                    "Somebody changed this interval meanwhile.",
                    "look at it again and repeat the change.")));
  }

  private static Outcome unknown(String id) {
    return new Outcome.Unknown(
        new Refusal(
            "DOWNTIME-UNKNOWN",
            id,
            "There is no such interval.",
            "late data changed it; look at the list again."));
  }

  private static Outcome noReason(String reason) {
    return refused("DOWNTIME-REASON", "reason", "No reason \"" + reason + "\" can be given.");
  }

  private static Outcome refused(String code, String place, String message) {
    return new Outcome.Refused(Refusal.of(code, place, message));
  }
}
