// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.capability.Capability;
import org.millwright.quality.capability.CapabilityRequest;
import org.millwright.quality.capability.CapabilityStudy;
import org.millwright.quality.capability.Limits;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.chart.ControlChart;
import org.millwright.quality.chart.ControlCharts;
import org.millwright.quality.svg.ControlChartDrawing;
import org.millwright.quality.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws and judges a control chart. */
@Command(
    name = "spc",
    mixinStandardHelpOptions = true,
    description = "Control charts: limits, points, rules violated, as one JSON object.")
public final class SpcCommand extends QualityCommand {

  @Option(
      names = "--chart",
      description =
          "xbar-r, xbar-s, i-mr, p, np, c, u, laney-p, laney-u, g, t, ewma, cusum, ma, dnom, z-mr,"
              + " three-way, t2, mewma (default: by the subgroup size).")
  @Nullable String chart;

  @Mixin TableOptions input = new TableOptions();

  @Mixin SubgroupOptions subgroups = new SubgroupOptions();

  @Mixin ChartSettings settings = new ChartSettings();

  @Option(names = "--lsl", description = "Lower specification limit: adds the capability.")
  double lsl = Double.NaN;

  @Option(names = "--usl", description = "Upper specification limit: adds the capability.")
  double usl = Double.NaN;

  @Option(names = "--target", description = "Target of the specification (default: the middle).")
  double target = Double.NaN;

  @Option(names = "--confidence", description = "Confidence of capability intervals.")
  double confidence = 0.95;

  /** A chart with the capability of its reference points. */
  record WithCapability(@JsonUnwrapped ControlChart chart, Capability capability) {}

  @Override
  Outcome<Answer> answer() {
    return input.table().then(this::chart);
  }

  private Outcome<Answer> chart(Table table) {
    if (chart == null) {
      return subgroups
          .measurements(table, input.omits())
          .then(data -> draw(usual(data), Outcome.of(data)));
    }
    return ControlCharts.name(chart).then(name -> draw(name, data(name, table)));
  }

  /** The chart textbooks advise for a subgroup size. */
  private static String usual(ChartData data) {
    int size = data.rows().stream().mapToInt(row -> row.length).max().orElse(1);
    return size == 1 ? "i-mr" : size <= 10 ? "xbar-r" : "xbar-s";
  }

  private Outcome<ChartData> data(String name, Table table) {
    return switch (name) {
      case "p", "np", "u", "laney-p", "laney-u" -> subgroups.counts(table, true);
      case "c" -> subgroups.counts(table, false);
      default -> subgroups.measurements(table, input.omits());
    };
  }

  private Outcome<Answer> draw(String name, Outcome<ChartData> data) {
    return data.then(d ->
        settings
            .options()
            .then(options -> ControlCharts.build(name, d, options))
            .then(result -> json(result, d)));
  }

  private Outcome<Answer> json(ControlChart result, ChartData data) {
    if (Double.isNaN(lsl) && Double.isNaN(usl)) {
      return Outcome.of(new Answer(result, () -> ControlChartDrawing.draw(result)));
    }
    List<ControlChart.Point> points = result.panels().getFirst().points();
    List<double[]> reference = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).phase().equals("I")) {
        reference.add(data.rows().get(i));
      }
    }
    double aim = Double.isNaN(target) ? (lsl + usl) / 2 : target;
    CapabilityRequest request =
        new CapabilityRequest(
            new Limits(lsl, usl, aim),
            "",
            confidence,
            false,
            "",
            Double.NaN,
            result.center(),
            result.sigma());
    return CapabilityStudy.of(reference, request)
        .map(capability ->
            new Answer(
                new WithCapability(result, capability), () -> ControlChartDrawing.draw(result)));
  }
}
