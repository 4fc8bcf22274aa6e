// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.Assessment;
import org.millwright.performance.CountRecord;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.StateInterval;
import org.millwright.performance.TimeUse;
import org.millwright.performance.Totals;
import org.millwright.performance.Waterfall;
import org.millwright.performance.WorkUnitState;

/** Gathers stops, and tells which cost most: by reason, by loss, or by unit. */
final class Pareto implements Assessment.Witness {

  private static final class Bar {
    double seconds;
    final Set<String> stops = new HashSet<>();
    WorkUnitState state = WorkUnitState.UNCLASSIFIED;
  }

  private final Reasons reasons;
  private final Map<String, Bar> byReason = new HashMap<>();
  private final Map<SixBigLoss, Set<String>> stopsByLoss = new EnumMap<>(SixBigLoss.class);

  Pareto(Reasons reasons) {
    this.reasons = reasons;
  }

  @Override
  public void time(StateInterval part, TimeUse use) {
    SixBigLoss loss = loss(use);
    if (loss == null) {
      return;
    }
    String stop = part.workUnit() + ' ' + IntervalView.id(part);
    String key = part.reason().isEmpty() ? part.state().name() : part.reason();
    Bar bar = byReason.computeIfAbsent(key, each -> new Bar());
    bar.seconds += part.period().millis() / 1000.0;
    bar.stops.add(stop);
    bar.state = part.state();
    stopsByLoss.computeIfAbsent(loss, each -> new HashSet<>()).add(stop);
  }

  @Override
  public void count(CountRecord share) {}

  private static @Nullable SixBigLoss loss(TimeUse use) {
    return switch (use) {
      case BREAKDOWN, UNCLASSIFIED -> SixBigLoss.BREAKDOWN;
      case SETUP -> SixBigLoss.SETUP;
      case STARVED, BLOCKED, IDLE, MINOR_STOP -> SixBigLoss.MINOR_STOP;
      case NOT_SCHEDULED, PLANNED_DOWNTIME, NOT_OBSERVED, RUNNING -> null;
    };
  }

  List<ParetoBar> byReason() {
    List<ParetoBar> bars = new ArrayList<>();
    byReason.forEach((key, bar) -> {
      Reason reason = reasons.find(key).orElse(null);
      bars.add(
          new ParetoBar(
              key,
              reason == null ? reasons.name(bar.state) : reason.name(),
              reason == null ? loss(TimeUse.valueOf(use(bar.state))) : reason.loss(),
              bar.seconds,
              bar.stops.size()));
    });
    return sorted(bars);
  }

  private static String use(WorkUnitState state) {
    return state == WorkUnitState.PLANNED_STOP ? "PLANNED_DOWNTIME" : state.name();
  }

  List<ParetoBar> byLoss(Totals totals) {
    Waterfall waterfall = Waterfall.of(totals);
    return sorted(
        Arrays.stream(SixBigLoss.values())
            .map(loss ->
                new ParetoBar(
                    loss.name(),
                    reasons.name(loss),
                    loss,
                    waterfall.seconds(loss),
                    stopsByLoss.getOrDefault(loss, Set.of()).size()))
            .filter(bar -> bar.seconds() > 0)
            .toList());
  }

  /** What a unit lost of its planned busy time, as one bar. */
  ParetoBar ofUnit(String unit, Name name, Totals totals) {
    Waterfall waterfall = Waterfall.of(totals);
    double lost = 0;
    for (SixBigLoss loss : SixBigLoss.values()) {
      lost += Math.max(0, waterfall.seconds(loss));
    }
    Set<String> stops = new HashSet<>();
    stopsByLoss.values().forEach(stops::addAll);
    return new ParetoBar(unit, name, null, lost, stops.size());
  }

  static List<ParetoBar> sorted(List<ParetoBar> bars) {
    return bars.stream().sorted(Comparator.comparingDouble(ParetoBar::seconds).reversed()).toList();
  }
}
