// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.model.Period;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.WorkUnitState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The history of every unit: the last day and a half in memory, so that live figures cost no query,
 * and what is older from the database.
 */
@Component
class Books {

  private static final Duration KEPT = Duration.ofHours(36);

  private final PerformanceRecords records;
  private final RecordWriter writer;
  private final Reasons reasons;
  private final Clock clock;
  private final Map<String, UnitBook> books = new ConcurrentHashMap<>();
  private volatile Instant horizon;

  Books(PerformanceRecords records, RecordWriter writer, Reasons reasons, Clock clock) {
    this.records = records;
    this.writer = writer;
    this.reasons = reasons;
    this.clock = clock;
    this.horizon = clock.instant().minus(KEPT);
    records.units().forEach(unit -> books.put(unit, load(unit, now())));
    records.heartbeat().ifPresent(this::closeGap);
  }

  private Period now() {
    return new Period(horizon, clock.instant().plus(Duration.ofDays(1)));
  }

  private UnitBook load(String unit, Period window) {
    UnitBook book = new UnitBook(unit);
    records.changes(unit, window).forEach(book::add);
    records.counts(unit, window).forEach(book::put);
    records.remarks(unit, window).forEach(book::add);
    return book;
  }

  /** From the moment the platform was last alive until a unit speaks again nobody saw it. */
  private void closeGap(Instant lastAlive) {
    books.forEach((unit, book) -> {
      StateChange last = book.last().orElse(null);
      if (last != null && last.state() != WorkUnitState.NOT_OBSERVED) {
        Instant from = lastAlive.isAfter(last.at()) ? lastAlive : last.at().plusMillis(1);
        add(
            unit,
            new StateChange(
                writer.nextId(), from, WorkUnitState.NOT_OBSERVED, "", "", Source.SYSTEM));
      }
    });
  }

  /** Adds a change to memory and has it written. */
  void add(String unit, StateChange change) {
    book(unit).add(change);
    writer.write(unit, change);
  }

  UnitBook book(String unit) {
    return books.computeIfAbsent(unit, UnitBook::new);
  }

  /** What is known of a unit over a window that ends now at the latest. */
  UnitHistory history(String unit, Period window) {
    Instant now = clock.instant();
    boolean recent = !window.start().isBefore(horizon);
    if (!recent) {
      // What is derived but not yet stored would be missing.
      writer.flush();
    }
    UnitBook book = recent ? book(unit) : load(unit, window);
    return book.history(window, now, reasons.minorStop());
  }

  /** Reads a unit again, after its stored history was changed. */
  void reload(String unit) {
    writer.flush();
    books.put(unit, load(unit, now()));
  }

  @Scheduled(fixedDelay = 600_000)
  void forget() {
    Instant next = clock.instant().minus(KEPT);
    horizon = next;
    books.values().forEach(book -> book.forgetBefore(next));
  }
}
