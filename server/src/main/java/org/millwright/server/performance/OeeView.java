// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.Elements;
import org.millwright.performance.KpiCatalogue;
import org.millwright.performance.Totals;
import org.millwright.performance.Unobserved;

/**
 * OEE and its factors, each null when it has no value. Quality is weighted by planned run time, so
 * that the product of the factors is the OEE even where products differ.
 *
 * @param target what it is measured against, null when nobody has set one
 */
public record OeeView(
    @Nullable Double value,
    @Nullable Double availability,
    @Nullable Double effectiveness,
    @Nullable Double quality,
    @Nullable Double target) {

  static OeeView of(Totals totals, OptionalDouble target) {
    Elements elements = Elements.of(totals, Unobserved.LEFT_OUT);
    Totals.Items items = totals.items();
    Double quality =
        items.totalMicros() > 0 ? (double) items.goodMicros() / items.totalMicros() : null;
    Double availability = value("AVAILABILITY", elements);
    Double effectiveness = value("EFFECTIVENESS", elements);
    Double oee =
        availability == null || effectiveness == null || quality == null
            ? value("OEE", elements)
            : Double.valueOf(availability * effectiveness * quality);
    return new OeeView(oee, availability, effectiveness, quality, boxed(target));
  }

  private static @Nullable Double value(String id, Elements elements) {
    return KpiCatalogue.find(id).map(kpi -> boxed(kpi.value(elements))).orElse(null);
  }

  static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
