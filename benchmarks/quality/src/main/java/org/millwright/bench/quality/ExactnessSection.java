// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millwright.quality.capability.Capability;
import org.millwright.quality.capability.CapabilityRequest;
import org.millwright.quality.capability.CapabilityStudy;
import org.millwright.quality.capability.Interval;
import org.millwright.quality.capability.Limits;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.chart.ChartOptions;
import org.millwright.quality.chart.ControlChart;
import org.millwright.quality.chart.ControlCharts;
import org.millwright.quality.math.Samples;
import org.millwright.quality.table.Table;

/** The piston rings against their published figures. */
final class ExactnessSection {

  private ExactnessSection() {}

  static String run(Path data) {
    Path file = data.resolve("pistonrings.txt");
    if (!Files.exists(file)) {
      return "The piston rings are not in the data folder, so this was not measured.\n";
    }
    List<double[]> groups = firstPhase(Data.table(file));
    ControlChart chart =
        Data.done(ControlCharts.build("xbar-r", ChartData.of(groups), ChartOptions.defaults()));
    CapabilityRequest request =
        CapabilityRequest.of(new Limits(73.95, 74.05, 74))
            .withStandards(chart.center(), chart.sigma());
    Capability study = Data.done(CapabilityStudy.of(groups, request));
    Markdown table = new Markdown("piston rings, 25 × 5", "published", "here", "");
    check(table, "centre", 74.00118, chart.center(), 5);
    check(table, "sigma", 0.009785, chart.sigma(), 6);
    check(table, "LCL", 73.98805, chart.lcl(), 5);
    check(table, "UCL", 74.01430, chart.ucl(), 5);
    check(table, "Cp", 1.70, study.cp(), 2);
    check(table, "Cp, lower limit", 1.49, interval(study, "cp").lower(), 2);
    check(table, "Cp, upper limit", 1.91, interval(study, "cp").upper(), 2);
    check(table, "Cpk", 1.66, study.cpk(), 2);
    check(table, "Cpk, lower limit", 1.45, interval(study, "cpk").lower(), 2);
    check(table, "Cpk, upper limit", 1.88, interval(study, "cpk").upper(), 2);
    return table.end()
        + "The gauge study of AIAG, the sampling tables and the NIST examples are held in the"
        + " engine's tests.\n";
  }

  private static Interval interval(Capability study, String key) {
    return Objects.requireNonNull(study.intervals().get(key));
  }

  private static void check(
      Markdown table, String name, double published, double here, int decimals) {
    String wanted = Markdown.number(published, decimals);
    String found = Markdown.number(here, decimals);
    table.row(name, wanted, found, Markdown.met(wanted.equals(found)));
  }

  private static List<double[]> firstPhase(Table table) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      if (table.cell(r, 2).equals("TRUE")) {
        groups
            .computeIfAbsent(table.cell(r, 1), sample -> new ArrayList<>())
            .add(Data.done(table.value(r, 0, false)));
      }
    }
    return groups.values().stream().map(Samples::array).toList();
  }
}
