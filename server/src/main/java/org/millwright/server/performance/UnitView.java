// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.server.historian.Quality;

/** A machine: its values now, and its figures and intervals over a period. */
public record UnitView(
    NodeView node,
    List<PropertyView> properties,
    List<KpiView> kpis,
    List<StepView> waterfall,
    List<IntervalView> intervals) {

  /** A property's value now; tag, value, time and quality are null until it has been heard. */
  public record PropertyView(
      String property,
      @Nullable Integer tag,
      Name name,
      String unit,
      String type,
      @Nullable Object value,
      @Nullable Instant time,
      @Nullable Quality quality) {}
}
