// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/** Single values with moving ranges. */
record IndividualsKind() implements ChartKind {

  @Override
  public String name() {
    return "i-mr";
  }

  @Override
  public String title() {
    return "I-MR chart";
  }

  @Override
  public String source() {
    return "ISO 7870-2; Montgomery, Statistical Quality Control, 6.4; moving ranges over points"
        + " left out are left out";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return ChartChecks.singles(data, options);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    return fit(data, stage, options, "individuals", "Individual value");
  }

  /** The two panels under other names, for charts that plot something else as single values. */
  static Fit fit(ChartData data, Stage stage, ChartOptions options, String panel, String heading) {
    int span = options.memory().spanOr(2);
    double center = Subgroups.center(data, stage, options);
    Spread spread = Subgroups.spread(data, stage, options, "mr");
    double[] values = data.rows().stream().mapToDouble(row -> row[0]).toArray();
    List<Spot> spots = Subgroups.means(data, stage, center, spread, options.sigmas());
    Draft singles = new Draft(panel, heading, Draft.Nature.SYMMETRIC, spots);
    Draft moving = moving(values, stage, spread.sigma(), span, options.sigmas());
    double mrBar = Samples.mean(stage.movingRanges(values, span));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("mean", Samples.mean(Samples.concatenate(stage.referenceRows(data))));
    figures.put("mrBar", mrBar);
    figures.put("medianMr", Samples.median(stage.movingRanges(values, span)));
    figures.put("overallStdDev", Samples.deviation(Samples.concatenate(stage.referenceRows(data))));
    figures.put("referencePoints", (double) stage.reference().size());
    return new Fit(
        center,
        spread.sigma(),
        spread.definition(),
        figures,
        constants(span, options.sigmas()),
        List.of(singles, moving),
        Map.of("movingRange", moving.spots().stream().map(Spot::value).toList()));
  }

  private static Map<String, Double> constants(int span, double sigmas) {
    double d2 = ControlConstants.d2(span);
    double d3 = ControlConstants.d3(span);
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("span", (double) span);
    constants.put("d2", d2);
    constants.put("d3", d3);
    constants.put("E2", sigmas / d2);
    constants.put("D3", Math.max(0, 1 - sigmas * d3 / d2));
    constants.put("D4", 1 + sigmas * d3 / d2);
    return constants;
  }

  static Draft moving(double[] values, Stage stage, double sigma, int span, double sigmas) {
    double center = ControlConstants.d2(span) * sigma;
    double deviation = ControlConstants.d3(span) * sigma;
    MovingRange range = new MovingRange(span);
    List<Spot> spots = new ArrayList<>();
    for (int i : stage.points()) {
      spots.add(Spot.of(range.accept(values[i]), center, deviation, sigmas, 0));
    }
    return new Draft("mr", "Moving range", Draft.Nature.SKEWED, spots);
  }
}
