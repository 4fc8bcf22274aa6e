// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.capability.Capability;
import org.millwright.quality.capability.CapabilityRequest;
import org.millwright.quality.capability.CapabilityStudy;
import org.millwright.quality.capability.Limits;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.chart.ControlChart;
import org.millwright.quality.chart.ControlCharts;
import org.millwright.quality.multivariate.MultivariateCharts;
import org.millwright.quality.multivariate.VectorOptions;
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

  @Option(names = "--alpha", description = "T2: false alarm probability (default 0.0027).")
  double alpha = 0.0027;

  @Option(
      names = "--covariance",
      description = "T2, MEWMA of single vectors: sample (default) or successive.")
  String covariance = "sample";

  @Option(
      names = {"--arl", "--run-length"},
      description = "MEWMA: in-control run length the limit is for (default 200).")
  double runLength = 200;

  /** A multivariate chart laid flat. */
  record Multivariate(
      @JsonUnwrapped ControlChart chart,
      List<String> variables,
      List<Double> means,
      List<List<Double>> covariance,
      List<Map<String, Double>> contributions) {}

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
    return ControlCharts.name(chart)
        .then(name ->
            name.equals("t2") || name.equals("mewma")
                ? together(name, table)
                : draw(name, data(name, table)));
  }

  private Outcome<Answer> together(String name, Table table) {
    VectorOptions options =
        new VectorOptions(
            alpha,
            settings.phaseOne,
            covariance.startsWith("succ"),
            settings.lambdaOr(0.1),
            settings.h,
            runLength);
    return subgroups
        .vectors(table, input.omits())
        .then(data -> MultivariateCharts.build(name, data, options))
        .map(result ->
            new Answer(
                new Multivariate(
                    result.chart(),
                    result.variables(),
                    result.means(),
                    result.covariance(),
                    result.contributions()),
                () -> ControlChartDrawing.draw(result.chart())));
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
