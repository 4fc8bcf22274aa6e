// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.WorkCalendar;
import org.millwright.performance.Assessment;
import org.millwright.performance.StateInterval;
import org.millwright.performance.Totals;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.shifts.ShiftCalendars;
import org.springframework.stereotype.Component;

/** The one way from history to totals, for now and for any past period alike. */
@Component
class Figures {

  /**
   * What part of a period is looked at.
   *
   * @param product only time and items of this product; null for all
   * @param shift only shifts of this name; null for all time
   */
  record Filter(@Nullable String product, @Nullable String shift) {
    static final Filter NONE = new Filter(null, null);
  }

  private final Books books;
  private final ShiftCalendars calendars;
  private final Equipment equipment;
  private final Reasons reasons;

  Figures(Books books, ShiftCalendars calendars, Equipment equipment, Reasons reasons) {
    this.books = books;
    this.calendars = calendars;
    this.equipment = equipment;
    this.reasons = reasons;
  }

  /** Totals of a unit over a window. */
  Totals totals(UnitHistory history, String unit) {
    return totals(history, unit, Filter.NONE, null);
  }

  /**
   * Totals of a unit over the parts of a window that a filter leaves, each part witnessed. What an
   * item earned before anybody looked is limited once, over all parts.
   */
  Totals totals(
      UnitHistory history, String unit, Filter filter, Assessment.@Nullable Witness witness) {
    UnitHistory looked = filter.product() == null ? history : only(history, filter.product());
    Totals sum = Totals.ZERO;
    for (Period part : parts(looked, unit, filter)) {
      Assessment assessment = assessment(looked, unit, part);
      sum = sum.plus(witness == null ? assessment.totals() : assessment.totals(witness));
    }
    return sum.lessBegunUnseen(assessment(looked, unit, looked.window()).begunUnseenMicros());
  }

  private List<Period> parts(UnitHistory history, String unit, Filter filter) {
    List<Period> parts = List.of(history.window());
    if (filter.shift() != null) {
      parts =
          calendars.calendar(unit).shifts(history.window()).stream()
              .filter(shift -> shift.shift().equals(filter.shift()))
              .flatMap(shift -> shift.period().intersect(history.window()).stream())
              .toList();
    }
    if (filter.product() != null) {
      List<Period> made = new ArrayList<>();
      for (Period part : parts) {
        for (StateInterval interval : history.intervals()) {
          interval.period().intersect(part).ifPresent(made::add);
        }
      }
      parts = made;
    }
    return parts;
  }

  private static UnitHistory only(UnitHistory history, String product) {
    return new UnitHistory(
        history.window(),
        history.intervals().stream().filter(each -> each.product().equals(product)).toList(),
        history.counts().stream().filter(each -> each.product().equals(product)).toList(),
        history.remarks());
  }

  private Assessment assessment(UnitHistory history, String unit, Period window) {
    WorkCalendar calendar = calendars.calendar(unit);
    EquipmentCatalog catalog = equipment.catalog();
    return new Assessment(
        unit,
        window,
        history.intervals(),
        history.counts(),
        calendar.plannedOperation(window),
        calendar.plannedBusy(window),
        catalog::idealCycleSeconds,
        reasons.startUp());
  }

  /** History of a unit over a window. */
  UnitHistory history(String unit, Period window) {
    return books.history(unit, window);
  }
}
