// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Roots;
import org.millwright.quality.math.Samples;

/** The t chart: the time between rare events. */
record TimeBetweenKind() implements ChartKind {

  /** Nelson's exponent, which makes exponential times nearly normal. */
  private static final double POWER = 1 / 3.6;

  @Override
  public String name() {
    return "t";
  }

  @Override
  public String title() {
    return "t chart";
  }

  @Override
  public String source() {
    return "Nelson 1994 (Montgomery 7.3): I-MR of x^(1/3.6); variants weibull and exponential:"
        + " percentiles of the fitted distribution (Minitab)";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    for (int i = 0; i < data.size(); i++) {
      if (!(data.rows().get(i)[0] > 0)) {
        return new Refusal(
            "QUALITY-TIME",
            "point " + data.labels().get(i),
            data.rows().get(i)[0] + " is not a time above 0.",
            "");
      }
    }
    return ChartChecks.singles(data, options);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    return switch (options.variant()) {
      case "weibull" -> percentiles(data, stage, options, true);
      case "exponential" -> percentiles(data, stage, options, false);
      default -> nelson(data, stage, options);
    };
  }

  private static Fit nelson(ChartData data, Stage stage, ChartOptions options) {
    List<double[]> powers =
        data.rows().stream().map(row -> new double[] {Math.pow(row[0], POWER)}).toList();
    Fit fit =
        IndividualsKind.fit(
            data.withRows(powers), stage, options, "t", "Time between events ^ (1/3.6)");
    Map<String, Double> figures = new LinkedHashMap<>(fit.figures());
    Spot spot = fit.drafts().getFirst().spots().getFirst();
    figures.put("exponent", POWER);
    figures.put("centerInTime", Math.pow(fit.center(), 1 / POWER));
    figures.put("uclInTime", Math.pow(spot.upper(), 1 / POWER));
    figures.put("lclInTime", Math.pow(Math.max(0, spot.lower()), 1 / POWER));
    Map<String, List<Double>> columns = new LinkedHashMap<>(fit.columns());
    columns.put("transformed", stage.points().stream().map(i -> powers.get(i)[0]).toList());
    return new Fit(
        fit.center(),
        fit.sigma(),
        fit.definition() + " of x^(1/3.6)",
        figures,
        fit.constants(),
        fit.drafts(),
        columns);
  }

  private static Fit percentiles(
      ChartData data, Stage stage, ChartOptions options, boolean weibull) {
    double[] times = Samples.concatenate(stage.referenceRows(data));
    double shape = weibull ? shape(times) : 1;
    double scale = scale(times, shape);
    double tail = Normal.cdf(-options.sigmas());
    List<Spot> spots = new ArrayList<>();
    for (int i : stage.points()) {
      spots.add(
          new Spot(
              data.rows().get(i)[0],
              quantile(0.5, shape, scale),
              scale,
              quantile(tail, shape, scale),
              quantile(1 - tail, shape, scale)));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("shape", shape);
    figures.put("scale", scale);
    figures.put("mean", Samples.mean(times));
    figures.put("referencePoints", (double) times.length);
    return new Fit(
        spots.getFirst().center(),
        scale,
        weibull ? "Weibull scale, maximum likelihood" : "exponential mean",
        figures,
        Map.of(),
        List.of(new Draft("t", "Time between events", Draft.Nature.SKEWED, spots)),
        Map.of());
  }

  private static double quantile(double p, double shape, double scale) {
    return scale * Math.pow(-Math.log1p(-p), 1 / shape);
  }

  private static double scale(double[] times, double shape) {
    double sum = 0;
    for (double time : times) {
      sum += Math.pow(time, shape);
    }
    return Math.pow(sum / times.length, 1 / shape);
  }

  /** The maximum likelihood shape: the root of the profile score, which rises with the shape. */
  private static double shape(double[] times) {
    double greatest = Samples.max(times);
    double meanLog = 0;
    for (double time : times) {
      meanLog += Math.log(time / greatest) / times.length;
    }
    double target = meanLog;
    return Roots.bisect(shape -> score(times, greatest, shape) - target, 1e-3, 1e3);
  }

  private static double score(double[] times, double greatest, double shape) {
    double sum = 0;
    double logs = 0;
    for (double time : times) {
      double power = Math.pow(time / greatest, shape);
      sum += power;
      logs += power * Math.log(time / greatest);
    }
    return logs / sum - 1 / shape;
  }
}
