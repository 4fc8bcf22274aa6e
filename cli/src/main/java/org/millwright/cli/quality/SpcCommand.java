// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.ChartData;
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
            .map(result -> new Answer(result, () -> ControlChartDrawing.draw(result))));
  }
}
