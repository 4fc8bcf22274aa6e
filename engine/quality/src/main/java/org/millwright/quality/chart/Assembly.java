// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.millwright.quality.rules.Rule;
import org.millwright.quality.rules.RuleStream;

/** Joins the stages of a chart, lets the rules look at it, and gives the result. */
record Assembly(
    ChartKind kind,
    ChartData data,
    ChartOptions options,
    List<Stage> stages,
    List<Fit> fits,
    Map<Integer, String> excluded) {

  ControlChart chart() {
    List<ControlChart.Violation> violations = new ArrayList<>();
    List<ControlChart.Panel> panels = new ArrayList<>();
    for (int p = 0; p < fits.getFirst().drafts().size(); p++) {
      List<ControlChart.Point> points = new ArrayList<>();
      for (int s = 0; s < stages.size(); s++) {
        judge(stages.get(s), fits.get(s).drafts().get(p), points, violations);
      }
      Draft draft = fits.getFirst().drafts().get(p);
      panels.add(panel(draft, points));
    }
    ControlChart.Panel main = panels.getFirst();
    Fit fit = fits.getFirst();
    boolean single = fits.size() == 1;
    boolean even = data.isEven() && !(kind instanceof AttributeKind);
    return new ControlChart(
        kind.name(),
        kind.title(),
        kind.source(),
        data.size(),
        data.rows().stream().mapToInt(row -> row.length).sum(),
        even ? (Integer) data.rows().getFirst().length : null,
        options.sigmas(),
        single ? fit.center() : Double.NaN,
        single ? fit.sigma() : Double.NaN,
        fit.definition(),
        main.lcl(),
        main.ucl(),
        limits(panels),
        violations.isEmpty(),
        rulesUsed(),
        single ? fit.figures() : Map.of(),
        fit.constants(),
        single ? List.of() : stageResults(),
        panels,
        violations,
        exclusions(),
        columns());
  }

  private static Map<String, ControlChart.Lines> limits(List<ControlChart.Panel> panels) {
    Map<String, ControlChart.Lines> limits = new LinkedHashMap<>();
    for (ControlChart.Panel panel : panels) {
      limits.put(panel.name(), new ControlChart.Lines(panel.center(), panel.lcl(), panel.ucl()));
    }
    return limits;
  }

  private ControlChart.RulesUsed rulesUsed() {
    Map<Integer, String> text = new LinkedHashMap<>();
    options.rules().rules().forEach(rule -> text.put(rule.id(), rule.text()));
    return new ControlChart.RulesUsed(options.rules().name(), options.rules().source(), text);
  }

  private static ControlChart.Panel panel(Draft draft, List<ControlChart.Point> points) {
    return new ControlChart.Panel(
        draft.name(),
        draft.title(),
        common(points, ControlChart.Point::center),
        common(points, ControlChart.Point::lcl),
        common(points, ControlChart.Point::ucl),
        List.copyOf(points));
  }

  /** The value all points share, not a number when they differ. */
  private static double common(
      List<ControlChart.Point> points, ToDoubleFunction<ControlChart.Point> line) {
    double first = line.applyAsDouble(points.getFirst());
    boolean same =
        points.stream()
            .mapToDouble(line)
            .allMatch(value -> Math.abs(value - first) <= 1e-12 * Math.abs(first));
    return same ? first : Double.NaN;
  }

  private void judge(
      Stage stage,
      Draft draft,
      List<ControlChart.Point> points,
      List<ControlChart.Violation> violations) {
    List<Rule> rules = options.rules().rules().stream().filter(draft.nature()::allows).toList();
    RuleStream stream = new RuleStream(rules);
    int[] masks = new int[stage.points().size()];
    for (int i = 0; i < masks.length; i++) {
      Spot spot = draft.spots().get(i);
      if (spot.isPlotted()) {
        masks[i] =
            stream.accept(spot.value(), spot.center(), spot.sigma(), spot.lower(), spot.upper());
      }
      points.add(point(stage, i, spot, masks[i]));
    }
    for (Rule rule : rules) {
      violations.addAll(patterns(stage, draft, rule, masks));
    }
  }

  private ControlChart.Point point(Stage stage, int i, Spot spot, int mask) {
    int index = stage.points().get(i);
    List<Integer> complete = new ArrayList<>();
    for (int id = 1; id <= 8; id++) {
      if ((mask >> id & 1) == 1) {
        complete.add(id);
      }
    }
    return new ControlChart.Point(
        index + 1,
        data.labels().get(index),
        stage.name(),
        stage.reference().contains(index) ? "I" : "II",
        spot.value(),
        spot.center(),
        spot.sigma(),
        spot.lower(),
        spot.upper(),
        complete);
  }

  /** Consecutive signals of one rule make one violation; for single points each is its own. */
  private List<ControlChart.Violation> patterns(Stage stage, Draft draft, Rule rule, int[] masks) {
    List<ControlChart.Violation> found = new ArrayList<>();
    int i = 0;
    while (i < masks.length) {
      if ((masks[i] >> rule.id() & 1) == 0) {
        i++;
        continue;
      }
      int end = i + 1;
      while (rule.window() > 1 && end < masks.length && (masks[end] >> rule.id() & 1) == 1) {
        end++;
      }
      found.add(violation(stage, draft, rule, i, end));
      i = end;
    }
    return found;
  }

  private ControlChart.Violation violation(
      Stage stage, Draft draft, Rule rule, int first, int end) {
    SortedSet<Integer> points = new TreeSet<>();
    List<Integer> signals = new ArrayList<>();
    for (int i = first; i < end; i++) {
      signals.add(stage.points().get(i) + 1);
      Spot at = draft.spots().get(i);
      double side = Math.signum(at.value() - at.center());
      for (int j = Math.max(0, i - rule.window() + 1); j <= i; j++) {
        if (takesPart(rule, draft.spots().get(j), side)) {
          points.add(stage.points().get(j) + 1);
        }
      }
    }
    List<Integer> numbers = List.copyOf(points);
    List<String> labels = numbers.stream().map(n -> data.labels().get(n - 1)).toList();
    return new ControlChart.Violation(
        draft.name(), rule.id(), rule.text(), numbers, labels, signals);
  }

  /** In "2 of 3" only the two that lie beyond the zone make the pattern. */
  private static boolean takesPart(Rule rule, Spot spot, double side) {
    return rule.needed() == rule.window()
        || (spot.value() - spot.center()) * side > rule.zone() * spot.sigma();
  }

  private List<ControlChart.StageResult> stageResults() {
    List<ControlChart.StageResult> results = new ArrayList<>();
    for (int s = 0; s < stages.size(); s++) {
      Stage stage = stages.get(s);
      Fit fit = fits.get(s);
      Spot last = fit.drafts().getFirst().spots().getLast();
      results.add(
          new ControlChart.StageResult(
              stage.name(),
              stage.points().getFirst() + 1,
              stage.points().getLast() + 1,
              fit.center(),
              fit.sigma(),
              last.lower(),
              last.upper(),
              fit.figures()));
    }
    return results;
  }

  private List<ControlChart.Exclusion> exclusions() {
    return excluded.entrySet().stream()
        .map(entry ->
            new ControlChart.Exclusion(
                entry.getKey() + 1, data.labels().get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private Map<String, List<Double>> columns() {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    for (Fit fit : fits) {
      fit.columns().forEach((key, values) -> columns.merge(key, values, Assembly::joined));
    }
    return columns;
  }

  private static List<Double> joined(List<Double> first, List<Double> second) {
    List<Double> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
