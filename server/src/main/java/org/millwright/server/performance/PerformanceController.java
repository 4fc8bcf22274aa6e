// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.performance.ConnectedShare;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.RefusalException;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.millwright.server.performance.Figures.Filter;
import org.millwright.server.performance.Performance.By;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures, live and past. */
@RestController
@RequestMapping("/api")
@Requires(Permission.VIEW)
class PerformanceController {

  private static final Duration LONGEST = Duration.ofDays(400);

  private final Performance performance;
  private final Equipment equipment;
  private final Clock clock;

  PerformanceController(Performance performance, Equipment equipment, Clock clock) {
    this.performance = performance;
    this.equipment = equipment;
    this.clock = clock;
  }

  /** The whole installation now. */
  @GetMapping("/overview")
  Overview overview() {
    return performance.overview(CurrentUser.get()::sees);
  }

  /** A line over a period, without one over the shift now. */
  @GetMapping("/line")
  LineView line(
      @RequestParam String node,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return performance.line(node(node), optional(from, to));
  }

  /** A machine now and over a period, without one over the shift now. */
  @GetMapping("/unit")
  UnitView unit(
      @RequestParam String node,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return performance.unit(node(node), optional(from, to));
  }

  /** KPIs of any node; {@code id} gives one KPI in all its variants with all it was made of. */
  @GetMapping("/kpis")
  List<KpiView> kpis(
      @RequestParam String node,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable String product,
      @RequestParam(required = false) @Nullable String shift,
      @RequestParam(required = false) @Nullable String id) {
    return performance.kpis(node(node), period(from, to), new Filter(product, shift), id);
  }

  /** From calendar time to good production. */
  @GetMapping("/waterfall")
  List<StepView> waterfall(
      @RequestParam String node,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable String product,
      @RequestParam(required = false) @Nullable String shift) {
    return StepView.of(
        performance.totals(node(node), period(from, to), new Filter(product, shift)));
  }

  @GetMapping("/pareto")
  List<ParetoBar> pareto(
      @RequestParam String node,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(defaultValue = "reason") String by) {
    By bars =
        Map.of("reason", By.REASON, "loss", By.LOSS, "unit", By.UNIT)
            .get(by.toLowerCase(Locale.ROOT));
    if (bars == null) {
      throw refused("PERFORMANCE-PARETO", "by", "\"" + by + "\" is none of reason, loss, unit.");
    }
    return performance.pareto(node(node), period(from, to), bars);
  }

  @GetMapping("/intervals")
  List<IntervalView> intervals(
      @RequestParam String node,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable WorkUnitState state,
      @RequestParam(defaultValue = "false") boolean unclassified) {
    return performance.intervals(node(node), period(from, to)).stream()
        .filter(each -> state == null || each.state() == state)
        .filter(each -> !unclassified || each.state() == WorkUnitState.UNCLASSIFIED)
        .toList();
  }

  @GetMapping("/counts")
  List<CountView> counts(
      @RequestParam String node, @RequestParam Instant from, @RequestParam Instant to) {
    return performance.counts(node(node), period(from, to));
  }

  /**
   * The share of production equipment that is digitally controlled (设备数控化率) and that really spoke
   * in a period (联网率), without one in the last 30 days.
   */
  @GetMapping("/connected-share")
  Share share(
      @RequestParam String node,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Instant now = clock.instant();
    Period asked = optional(from, to);
    Period period = asked == null ? new Period(now.minus(Duration.ofDays(30)), now) : asked;
    ConnectedShare share =
        ConnectedShare.of(
            equipment.catalog().unitsBelow(node.isEmpty() ? "" : node(node).path()).stream()
                .map(unit ->
                    new ConnectedShare.Equipment(
                        unit.production(),
                        unit.digitallyControlled(),
                        performance.spoke(unit, period)))
                .toList());
    return new Share(
        share.equipment(),
        share.digital(),
        share.connected(),
        OeeView.boxed(share.digitalRate()),
        OeeView.boxed(share.connectedRate()));
  }

  /** The two rates with what they were computed from; rates are null without equipment. */
  record Share(
      int equipment,
      int digital,
      int connected,
      @Nullable Double digitalRate,
      @Nullable Double connectedRate) {}

  private EquipmentNode node(String path) {
    return equipment
        .catalog()
        .node(path)
        .orElseThrow(() ->
            new RefusalException(
                HttpStatus.NOT_FOUND,
                Refusal.of("PERFORMANCE-NODE", "node", "There is no node \"" + path + "\".")));
  }

  private static @Nullable Period optional(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : period(from, to);
  }

  private static Period period(Instant from, Instant to) {
    Period period =
        Period.between(from, to)
            .orElseThrow(
                () -> refused("PERFORMANCE-PERIOD", "to", "The end is not after the start."));
    if (period.duration().compareTo(LONGEST) > 0) {
      throw refused("PERFORMANCE-PERIOD", "to", "A period is 400 days at most.");
    }
    return period;
  }

  private static RefusalException refused(String code, String place, String message) {
    return new RefusalException(HttpStatus.BAD_REQUEST, Refusal.of(code, place, message));
  }
}
