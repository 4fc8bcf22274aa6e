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

  static final int USUAL_SPAN = 3;

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
    Window window = new Window(span, spread.sigma());
    List<Spot> spots = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (int i : stage.points()) {
      double[] row = data.rows().get(i);
      means.add(Samples.mean(row));
      spots.add(window.accept(row, center, options.sigmas()));
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

  /** The newest means and their variances. */
  static final class Window {

    private final double[] means;
    private final double[] variances;
    private final double sigma;
    private int seen;

    Window(int span, double sigma) {
      this.means = new double[span];
      this.variances = new double[span];
      this.sigma = sigma;
    }

    /** Takes a sample and gives the average's spot. */
    Spot accept(double[] row, double center, double sigmas) {
      means[seen % means.length] = Samples.mean(row);
      variances[seen % means.length] = sigma * sigma / row.length;
      seen++;
      int held = Math.min(seen, means.length);
      double sum = 0;
      double variance = 0;
      for (int i = 0; i < held; i++) {
        sum += means[i];
        variance += variances[i];
      }
      return Spot.of(sum / held, center, Math.sqrt(variance) / held, sigmas);
    }
  }
}
