// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.WorkUnitState;

/** A line over a period: its units in flow order, its figures and losses. */
public record LineView(
    NodeView node,
    PeriodView period,
    List<LineUnit> units,
    List<KpiView> kpis,
    List<StepView> waterfall,
    List<ParetoBar> pareto,
    List<IntervalView> unclassified) {

  /** The period looked at; the shift's name when it is one. */
  public record PeriodView(Instant from, Instant to, @Nullable String shift) {}

  /** Speed now; the set point is null when the machine does not tell it. */
  public record Speed(@Nullable Double value, String unit, @Nullable Double setpoint) {}

  /** Items made in the period. */
  public record Made(long total, long good, long scrap, long rework) {}

  /** Items waiting before the unit. */
  public record Buffer(double level, double capacity) {}

  /** A unit of the line; its timeline is null in live updates. */
  public record LineUnit(
      String id,
      Name name,
      @Nullable WorkUnitState state,
      @Nullable Instant since,
      @Nullable String reason,
      @Nullable Speed speed,
      @Nullable Made counts,
      @Nullable Buffer buffer,
      @Nullable String product,
      @Nullable List<IntervalView> timeline) {}
}
