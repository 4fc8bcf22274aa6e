// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Samples;

/** The moving average of values or of subgroup means. */
record MovingAverageKind() implements ChartKind {

  private static final int USUAL_SPAN = 3;

  @Override
  public String name() {
    return "ma";
  }

  @Override
  public String title() {
    return "Moving average chart";
  }

  @Override
  public String source() {
    return "Montgomery 9.3; Minitab: σ from moving ranges of two for single values, span 3 unless"
        + " given";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return null;
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    int span = options.memory().spanOr(USUAL_SPAN);
    double center = Subgroups.center(data, stage, options);
    Spread spread =
        Subgroups.spread(data, stage, options.withMemory(ChartOptions.Memory.DEFAULT), "rbar");
    List<Spot> spots = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (int at = 0; at < stage.points().size(); at++) {
      List<Integer> window = stage.points().subList(Math.max(0, at - span + 1), at + 1);
      double sum = 0;
      double variance = 0;
      for (int i : window) {
        sum += Samples.mean(data.rows().get(i));
        variance += spread.sigma() * spread.sigma() / data.rows().get(i).length;
      }
      means.add(Samples.mean(data.rows().get(stage.points().get(at))));
      double deviation = Math.sqrt(variance) / window.size();
      spots.add(Spot.of(sum / window.size(), center, deviation, options.sigmas()));
    }
    return new Fit(
        center,
        spread.sigma(),
        spread.definition(),
        Map.of(
            "span",
            (double) span,
            "uclLast",
            spots.getLast().upper(),
            "lclLast",
            spots.getLast().lower()),
        Map.of(),
        List.of(new Draft("ma", "Moving average", Draft.Nature.REMEMBERING, spots)),
        Map.of("mean", means, "movingAverage", spots.stream().map(Spot::value).toList()));
  }
}
