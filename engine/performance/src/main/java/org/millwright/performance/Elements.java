// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The values of the elements that are known for a period; an element not known has none. */
public final class Elements {

  private final Map<Element, Double> values;

  private Elements(Map<Element, Double> values) {
    this.values = values;
  }

  /** Elements given one by one. */
  public static Elements of(Map<Element, Double> values) {
    return new Elements(values.isEmpty() ? Map.of() : new EnumMap<>(values));
  }

  /**
   * The elements that follow from state intervals and counts. Actual production time includes minor
   * stops, which count as lost speed (six big losses); planned run time per item is the mean over
   * what was made and is missing when it is unknown for any item.
   *
   * @param unobserved what time that nobody saw means
   */
  public static Elements of(Totals totals, Unobserved unobserved) {
    EnumMap<Element, Double> values = new EnumMap<>(Element.class);
    times(totals, unobserved, values);
    quantities(totals, values);
    failures(totals, values);
    return new Elements(values);
  }

  private static void times(Totals totals, Unobserved unobserved, EnumMap<Element, Double> values) {
    long leftOut = unobserved == Unobserved.LEFT_OUT ? totals.millis(TimeUse.NOT_OBSERVED) : 0;
    long calendar = totals.calendarMillis() - leftOut;
    long operation = calendar - totals.millis(TimeUse.NOT_SCHEDULED);
    long busyPlanned = operation - totals.millis(TimeUse.PLANNED_DOWNTIME);
    long down = totals.millis(TimeUse.BREAKDOWN) + totals.millis(TimeUse.UNCLASSIFIED);
    long waiting =
        totals.millis(TimeUse.STARVED)
            + totals.millis(TimeUse.BLOCKED)
            + totals.millis(TimeUse.IDLE);
    long production = totals.millis(TimeUse.RUNNING) + totals.millis(TimeUse.MINOR_STOP);
    long setup = totals.millis(TimeUse.SETUP);
    seconds(values, Element.CALENDAR, calendar);
    seconds(values, Element.POT, operation);
    seconds(values, Element.PBT, busyPlanned);
    seconds(values, Element.APT, production);
    seconds(values, Element.AUST, setup);
    seconds(values, Element.AUPT, production + setup);
    seconds(values, Element.ADOT, down);
    seconds(values, Element.ADET, down + waiting);
    seconds(values, Element.AUBT, production + setup + down + waiting);
  }

  private static void quantities(Totals totals, EnumMap<Element, Double> values) {
    Totals.Items items = totals.items();
    values.put(Element.PQ, (double) items.total());
    values.put(Element.GQ, (double) items.good());
    values.put(Element.SQ, (double) items.scrap());
    values.put(Element.RQ, (double) items.rework());
    // First pass: whatever needed no second treatment, among all that was judged.
    values.put(Element.GP, (double) items.good());
    values.put(Element.IP, (double) items.total());
    if (items.total() != 0 && items.withoutCycle() == 0) {
      values.put(Element.PRI, items.totalMicros() / 1e6 / items.total());
    }
  }

  private static void failures(Totals totals, EnumMap<Element, Double> values) {
    long processing =
        totals.millis(TimeUse.RUNNING)
            + totals.millis(TimeUse.MINOR_STOP)
            + totals.millis(TimeUse.SETUP);
    values.put(Element.FE, (double) totals.failures());
    seconds(values, Element.TTF, processing);
    seconds(values, Element.TTR, totals.repairMillis());
    // Setup, production and repair, without delays.
    seconds(values, Element.TBF, processing + totals.repairMillis());
    seconds(values, Element.CMT, totals.repairMillis());
  }

  private static void seconds(EnumMap<Element, Double> values, Element element, long millis) {
    values.put(element, millis / 1000.0);
  }

  /** The same, with an element set; for those that come from elsewhere, such as energy. */
  public Elements with(Element element, double value) {
    EnumMap<Element, Double> more = new EnumMap<>(Element.class);
    more.putAll(values);
    more.put(element, value);
    return new Elements(more);
  }

  /** The value of an element, in its unit; empty when it is not known. */
  public OptionalDouble get(Element element) {
    Double value = values.get(element);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The value of an element that is known; NaN otherwise, which carries through a formula. */
  double value(Element element) {
    return values.getOrDefault(element, Double.NaN);
  }
}
