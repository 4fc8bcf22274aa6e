// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.Assessment;
import org.millwright.performance.CountRecord;
import org.millwright.performance.Element;
import org.millwright.performance.Elements;
import org.millwright.performance.Kpi;
import org.millwright.performance.KpiCatalogue;
import org.millwright.performance.StateInterval;
import org.millwright.performance.TimeUse;
import org.millwright.performance.Totals;
import org.millwright.performance.Unobserved;

/** Gathers what KPIs are computed from, and shows them with it. */
final class KpiViews implements Assessment.Witness {

  private static final int LISTED = 50;
  private static final String MAINTENANCE = "PLANNED_MAINTENANCE";

  private final Map<TimeUse, Set<String>> intervals = new EnumMap<>(TimeUse.class);
  private final Set<String> counts = new LinkedHashSet<>();
  private long maintenanceMillis;
  private OptionalDouble energy = OptionalDouble.empty();

  @Override
  public void time(StateInterval part, TimeUse use) {
    if (part.id() != 0) {
      intervals
          .computeIfAbsent(use, each -> new LinkedHashSet<>())
          .add(IntervalView.id(part) + "@" + part.workUnit());
    }
    if (part.reason().equals(MAINTENANCE)) {
      maintenanceMillis += part.period().millis();
    }
  }

  @Override
  public void count(CountRecord share) {
    counts.add(String.valueOf(share.id()));
  }

  /** Energy that was metered over the time, kWh; without it KPIs of energy lack an input. */
  KpiViews consuming(OptionalDouble kilowattHours) {
    energy = kilowattHours;
    return this;
  }

  /**
   * The KPIs of some totals.
   *
   * @param firstTotal what the first unit in flow made, null when the node is no line
   * @param only identity of the one KPI asked for, with all its sources; null for all KPIs in their
   *     usual variants
   */
  List<KpiView> of(Totals totals, @Nullable Long firstTotal, @Nullable String only) {
    Elements elements = elements(totals, firstTotal);
    List<KpiView> views = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Kpi kpi : KpiCatalogue.all()) {
      boolean usual = seen.add(kpi.id());
      if (only == null ? usual : kpi.id().equals(only)) {
        views.add(view(kpi, elements, only == null ? LISTED : Integer.MAX_VALUE));
      }
    }
    return views;
  }

  private Elements elements(Totals totals, @Nullable Long firstTotal) {
    Elements elements = Elements.of(totals, Unobserved.LEFT_OUT);
    elements = elements.with(Element.PMT, maintenanceMillis / 1000.0);
    if (energy.isPresent()) {
      elements = elements.with(Element.ENERGY, energy.getAsDouble());
    }
    double pri = elements.get(Element.PRI).orElse(0);
    if (pri > 0) {
      elements = elements.with(Element.EPC, elements.get(Element.PBT).orElse(0) / pri);
    }
    return firstTotal == null ? elements : elements.with(Element.PQ_FIRST, firstTotal);
  }

  private KpiView view(Kpi kpi, Elements elements, int listed) {
    Kpi.Result result = kpi.explain(elements);
    Set<TimeUse> uses = EnumSet.noneOf(TimeUse.class);
    boolean counted = false;
    for (Element input : kpi.inputs()) {
      uses.addAll(input.uses());
      counted |= input.isCounted();
    }
    // What nobody saw is left out of planned busy time.
    uses.remove(TimeUse.NOT_OBSERVED);
    List<String> times = new ArrayList<>();
    uses.forEach(use -> times.addAll(intervals.getOrDefault(use, Set.of())));
    List<String> made = counted ? List.copyOf(counts) : List.of();
    return new KpiView(
        kpi.id(),
        kpi.number(),
        new Name(kpi.english(), kpi.chinese()),
        kpi.formula(),
        OeeView.boxed(result.value()),
        kpi.unit(),
        kpi.inputs().stream().map(input -> input(input, result)).toList(),
        times.stream().limit(listed).map(KpiViews::withoutUnit).toList(),
        made.stream().limit(listed).toList(),
        times.size() + made.size(),
        IntervalView.empty(kpi.variant()));
  }

  private static String withoutUnit(String id) {
    return id.substring(0, id.indexOf('@'));
  }

  private static KpiView.Input input(Element element, Kpi.Result result) {
    return new KpiView.Input(
        element.name(),
        new Name(element.english(), element.chinese()),
        result.inputs().get(element),
        element.unit());
  }
}
