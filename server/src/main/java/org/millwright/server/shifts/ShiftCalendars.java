// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.millwright.model.Period;
import org.millwright.model.ShiftPattern;
import org.millwright.model.ShiftPatterns;
import org.millwright.model.WorkCalendar;
import org.millwright.server.identity.Audit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** When every node is meant to work and who is there. Cheap reads, any thread. */
@Service
public class ShiftCalendars {

  private final ShiftRecords records;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final ZoneId zone;
  private volatile ShiftBook book;

  ShiftCalendars(
      ShiftRecords records,
      Audit audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${millwright.zone:}") String zone) {
    this.records = records;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    if (records.patterns().isEmpty()) {
      begin(LocalDate.now(clock.withZone(this.zone)));
    }
    this.book = new ShiftBook(records, this.zone);
  }

  /** On an empty database: the usual patterns, and 三班两运转 everywhere until a plant says else. */
  private void begin(LocalDate today) {
    LocalDate anchor = today.withDayOfYear(1);
    ShiftPattern everywhere = ShiftPatterns.threeCrewsTwoShifts(anchor);
    transaction.executeWithoutResult(status -> {
      records.save(everywhere);
      records.save(ShiftPatterns.fourCrewsThreeShifts(anchor));
      records.save(ShiftPatterns.twoShifts(anchor));
      records.save(ShiftPatterns.dayShift(anchor));
      records.save(ShiftPatterns.roundTheClock(anchor));
      records.save(
          new CalendarEntry("", LocalDate.of(2000, 1, 1), everywhere.code(), zone.getId()));
    });
  }

  /** The calendar a node follows: its own or the nearest above. */
  public WorkCalendar calendar(String node) {
    return book.calendar(node);
  }

  /** The shift that runs at a node at an instant, with the people on duty. */
  public Optional<OnShift> onShift(String node, Instant at) {
    return book.onShift(node, at);
  }

  /** The shifts of a node that share time with a period, with the people on duty at their start. */
  public List<OnShift> schedule(String node, Period period) {
    ShiftBook now = book;
    return now.calendar(node).shifts(period).stream()
        .map(shift -> now.withPersons(node, shift, shift.period().start()))
        .toList();
  }

  /**
   * The business date of an instant at a node, from its first shift's start, up to that instant.
   */
  public Period today(String node, Instant now) {
    WorkCalendar calendar = calendar(node);
    Period day = calendar.businessDay(calendar.businessDateAt(now));
    if (!day.contains(now)) {
      // Before the first shift starts, an instant outside shifts still belongs to the day before.
      LocalDate other = calendar.businessDateAt(now).plusDays(now.isBefore(day.start()) ? -1 : 1);
      day = calendar.businessDay(other);
    }
    return new Period(day.start(), now.isAfter(day.start()) ? now : day.start().plusMillis(1));
  }

  /**
   * Stores shifts as they really were, such as from a plant's log; those with a known id are
   * replaced.
   */
  public void record(List<SpecialShift> shifts, String actor) {
    change(
        actor,
        "shifts.record",
        shifts.isEmpty() ? "" : shifts.getFirst().node(),
        shifts.size() + " shifts",
        changed -> shifts.forEach(changed::save));
  }

  /** Stores a change, replaces what readers see, and tells everyone. */
  synchronized void change(
      String actor, String action, String subject, String detail, Consumer<ShiftRecords> changes) {
    transaction.executeWithoutResult(status -> {
      changes.accept(records);
      audit.recordAs(actor, action, subject, detail);
    });
    book = new ShiftBook(records, zone);
    events.publishEvent(new ShiftsChanged(subject));
  }
}
