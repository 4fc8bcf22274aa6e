// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/** The g chart: how many good units, or days, between rare events. */
record GeometricKind() implements ChartKind {

  @Override
  public String name() {
    return "g";
  }

  @Override
  public String title() {
    return "g chart";
  }

  @Override
  public String source() {
    return "Benneyan 2001 (R qcc): mean and k standard deviations of the geometric distribution;"
        + " variant probability: percentiles of the geometric distribution (Minitab)";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    for (int i = 0; i < data.size(); i++) {
      double value = data.rows().get(i)[0];
      if (value < 0 || value != Math.rint(value)) {
        return new Refusal(
            "QUALITY-COUNT",
            "point " + data.labels().get(i),
            value + " is not a number of units between two events.",
            "the t chart, for times");
      }
    }
    return ChartChecks.singles(data, options);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    double[] values = Samples.concatenate(stage.referenceRows(data));
    double mean = options.given().knowsCenter() ? options.given().center() : Samples.mean(values);
    double deviation = Math.sqrt(mean * (mean + 1));
    boolean percentiles = options.variant().equals("probability");
    double p = (values.length - 1.0) / values.length / (mean + 1);
    List<Spot> spots = new ArrayList<>();
    for (int i : stage.points()) {
      double value = data.rows().get(i)[0];
      spots.add(
          percentiles
              ? percentile(value, p, deviation, options.sigmas())
              : Spot.of(value, mean, deviation, options.sigmas(), 0));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("mean", mean);
    figures.put("eventProbability", percentiles ? p : 1 / (mean + 1));
    figures.put("geometricStdDev", deviation);
    figures.put("referencePoints", (double) values.length);
    return new Fit(
        spots.getFirst().center(),
        deviation,
        "geometric",
        figures,
        Map.of(),
        List.of(new Draft("g", "Units between events", Draft.Nature.SKEWED, spots)),
        Map.of());
  }

  private static Spot percentile(double value, double p, double deviation, double sigmas) {
    double tail = Normal.cdf(-sigmas);
    return new Spot(value, quantile(0.5, p), deviation, quantile(tail, p), quantile(1 - tail, p));
  }

  /** Minitab's continuous quantile of units between events. */
  private static double quantile(double probability, double p) {
    return Math.max(0, Math.log1p(-probability) / Math.log1p(-p) - 1);
  }
}
