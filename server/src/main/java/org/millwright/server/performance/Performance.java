// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Period;
import org.millwright.performance.StateInterval;
import org.millwright.performance.Totals;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.performance.LineView.Buffer;
import org.millwright.server.performance.LineView.LineUnit;
import org.millwright.server.performance.LineView.Made;
import org.millwright.server.performance.LineView.PeriodView;
import org.millwright.server.performance.LineView.Speed;
import org.millwright.server.shifts.OnShift;
import org.millwright.server.shifts.ShiftCalendars;
import org.springframework.stereotype.Service;

/** What happens and happened in the plant: the questions that screens and programs ask. */
@Service
public class Performance {

  /** What the bars of a Pareto chart stand for. */
  public enum By {
    REASON,
    LOSS,
    UNIT
  }

  private final Equipment equipment;
  private final ShiftCalendars calendars;
  private final Figures figures;
  private final Reasons reasons;
  private final LiveProperties properties;
  private final EnergyMeters meters;
  private final Clock clock;

  Performance(
      Equipment equipment,
      ShiftCalendars calendars,
      Figures figures,
      Reasons reasons,
      LiveProperties properties,
      EnergyMeters meters,
      Clock clock) {
    this.equipment = equipment;
    this.calendars = calendars;
    this.figures = figures;
    this.reasons = reasons;
    this.properties = properties;
    this.meters = meters;
    this.clock = clock;
  }

  /** The whole installation now, down to units; nodes whose path is not visible are left out. */
  public Overview overview(Predicate<String> visible) {
    Instant now = clock.instant();
    NodeViews views = views(now);
    EquipmentCatalog catalog = equipment.catalog();
    return new Overview(
        now,
        catalog.children("").stream()
            .filter(node -> visible.test(node.path()))
            .map(node -> views.tree(node, visible))
            .toList());
  }

  private NodeViews views(Instant now) {
    return new NodeViews(equipment.catalog(), figures, calendars, properties.online(), now);
  }

  /** A line, or any node, over a period; without one over the shift now, or the day so far. */
  public LineView line(EquipmentNode node, @Nullable Period asked) {
    Instant now = clock.instant();
    PeriodView period = period(node.path(), asked, now);
    Period window = new Period(period.from(), period.to());
    KpiViews kpis = new KpiViews();
    Pareto pareto = new Pareto(reasons);
    Totals sum = Totals.ZERO;
    List<LineUnit> units = new ArrayList<>();
    List<IntervalView> unclassified = new ArrayList<>();
    Long first = null;
    for (EquipmentNode unit : equipment.catalog().unitsBelow(node.path())) {
      UnitHistory history = figures.history(unit.path(), window);
      Totals totals = figures.totals(history, unit.path(), Figures.Filter.NONE, kpis);
      figures.totals(history, unit.path(), Figures.Filter.NONE, pareto);
      first = first == null ? Long.valueOf(totals.items().total()) : first;
      sum = sum.plus(totals);
      List<IntervalView> timeline = views(history, now);
      units.add(lineUnit(unit, history, totals, timeline));
      timeline.stream()
          .filter(each -> each.state() == WorkUnitState.UNCLASSIFIED)
          .forEach(unclassified::add);
    }
    unclassified.sort(Comparator.comparing(IntervalView::from).reversed());
    return new LineView(
        views(now).alone(node),
        period,
        units,
        kpis.consuming(energy(node, window)).of(sum, first, null),
        StepView.of(sum),
        pareto.byReason(),
        unclassified);
  }

  private PeriodView period(String node, @Nullable Period asked, Instant now) {
    if (asked != null) {
      return new PeriodView(asked.start(), asked.end(), null);
    }
    OnShift shift = calendars.onShift(node, now).orElse(null);
    if (shift != null && shift.from().isBefore(now)) {
      return new PeriodView(shift.from(), now, shift.shift());
    }
    Period today = calendars.today(node, now);
    return new PeriodView(today.start(), today.end(), null);
  }

  private LineUnit lineUnit(
      EquipmentNode unit,
      UnitHistory history,
      Totals totals,
      @Nullable List<IntervalView> timeline) {
    StateInterval last = history.last().orElse(null);
    Totals.Items items = totals.items();
    return new LineUnit(
        unit.path(),
        unit.name(),
        last == null ? null : last.state(),
        last == null ? null : last.period().start(),
        last == null ? null : IntervalView.empty(last.reason()),
        speed(unit),
        new Made(items.total(), items.good(), items.scrap(), items.rework()),
        buffer(unit),
        last == null ? null : IntervalView.empty(last.product()),
        timeline);
  }

  private @Nullable Speed speed(EquipmentNode unit) {
    EquipmentCatalog catalog = equipment.catalog();
    return properties
        .property(unit, catalog, PropertyRole.SPEED)
        .map(property ->
            new Speed(
                properties.number(unit, catalog, PropertyRole.SPEED),
                property.unit(),
                properties.number(unit, catalog, PropertyRole.SETPOINT_SPEED)))
        .orElse(null);
  }

  private @Nullable Buffer buffer(EquipmentNode unit) {
    Double level = properties.number(unit, equipment.catalog(), PropertyRole.BUFFER_LEVEL);
    Double capacity = unit.bufferCapacity();
    return level == null || capacity == null ? null : new Buffer(level, capacity);
  }

  /** The units of a line as they are now, without timelines: for the live stream. */
  public List<LineUnit> unitsNow(EquipmentNode line) {
    Instant now = clock.instant();
    PeriodView period = period(line.path(), null, now);
    Period window = new Period(period.from(), period.to());
    return equipment.catalog().unitsBelow(line.path()).stream()
        .map(unit -> {
          UnitHistory history = figures.history(unit.path(), window);
          return lineUnit(unit, history, figures.totals(history, unit.path()), null);
        })
        .toList();
  }

  /** A machine now and over a period. */
  public UnitView unit(EquipmentNode unit, @Nullable Period asked) {
    Instant now = clock.instant();
    PeriodView period = period(unit.path(), asked, now);
    UnitHistory history = figures.history(unit.path(), new Period(period.from(), period.to()));
    KpiViews kpis = new KpiViews();
    Totals totals = figures.totals(history, unit.path(), Figures.Filter.NONE, kpis);
    return new UnitView(
        views(now).alone(unit),
        properties.of(unit, equipment.catalog()),
        kpis.consuming(energy(unit, history.window())).of(totals, null, null),
        StepView.of(totals),
        views(history, now));
  }

  /** The KPIs of a node over a period; {@code only} names the one whose sources are all wanted. */
  List<KpiView> kpis(
      EquipmentNode node, Period window, Figures.Filter filter, @Nullable String only) {
    KpiViews kpis = new KpiViews();
    Totals sum = Totals.ZERO;
    Long first = null;
    for (EquipmentNode unit : equipment.catalog().unitsBelow(node.path())) {
      UnitHistory history = figures.history(unit.path(), window);
      Totals totals = figures.totals(history, unit.path(), filter, kpis);
      first = first == null ? Long.valueOf(totals.items().total()) : first;
      sum = sum.plus(totals);
    }
    boolean line = node.level() == EquipmentLevel.WORK_CENTER;
    if (filter.equals(Figures.Filter.NONE)) {
      kpis.consuming(energy(node, window)); // meters do not tell what it was used for
    }
    return kpis.of(sum, line ? first : null, only);
  }

  private OptionalDouble energy(EquipmentNode node, Period window) {
    EquipmentCatalog catalog = equipment.catalog();
    return meters.kilowattHours(catalog.unitsBelow(node.path()), catalog, window);
  }

  /** The totals of a node over a period: sums over all units below it. */
  Totals totals(EquipmentNode node, Period window, Figures.Filter filter) {
    Totals sum = Totals.ZERO;
    for (EquipmentNode unit : equipment.catalog().unitsBelow(node.path())) {
      UnitHistory history = figures.history(unit.path(), window);
      sum = sum.plus(figures.totals(history, unit.path(), filter, null));
    }
    return sum;
  }

  /** What cost most. */
  public List<ParetoBar> pareto(EquipmentNode node, Period window, By by) {
    Pareto all = new Pareto(reasons);
    Totals sum = Totals.ZERO;
    List<ParetoBar> units = new ArrayList<>();
    for (EquipmentNode unit : equipment.catalog().unitsBelow(node.path())) {
      UnitHistory history = figures.history(unit.path(), window);
      Pareto one = by == By.UNIT ? new Pareto(reasons) : all;
      Totals totals = figures.totals(history, unit.path(), Figures.Filter.NONE, one);
      sum = sum.plus(totals);
      units.add(one.ofUnit(unit.path(), unit.name(), totals));
    }
    return switch (by) {
      case REASON -> all.byReason();
      case LOSS -> all.byLoss(sum);
      case UNIT -> Pareto.sorted(units);
    };
  }

  /** The intervals of all units below a node that share time with a period, oldest first. */
  public List<IntervalView> intervals(EquipmentNode node, Period window) {
    Instant now = clock.instant();
    List<IntervalView> all = new ArrayList<>();
    for (EquipmentNode unit : equipment.catalog().unitsBelow(node.path())) {
      all.addAll(views(figures.history(unit.path(), window), now));
    }
    all.sort(Comparator.comparing(IntervalView::from));
    return all;
  }

  /** The count records of all units below a node that share time with a period, oldest first. */
  public List<CountView> counts(EquipmentNode node, Period window) {
    return equipment.catalog().unitsBelow(node.path()).stream()
        .flatMap(unit -> figures.history(unit.path(), window).counts().stream())
        .map(CountView::of)
        .sorted(Comparator.comparing(CountView::from))
        .toList();
  }

  /** Whether a unit was heard in a period: any of it was observed. */
  boolean spoke(EquipmentNode unit, Period window) {
    return figures.history(unit.path(), window).intervals().stream()
        .anyMatch(each -> each.state() != WorkUnitState.NOT_OBSERVED);
  }

  static List<IntervalView> views(UnitHistory history, Instant now) {
    return history.intervals().stream()
        .map(interval -> IntervalView.of(interval, history, now))
        .toList();
  }
}
