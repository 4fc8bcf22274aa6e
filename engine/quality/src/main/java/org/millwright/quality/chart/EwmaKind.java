// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Samples;

/** The exponentially weighted moving average of values or of subgroup means. */
record EwmaKind() implements ChartKind {

  @Override
  public String name() {
    return "ewma";
  }

  @Override
  public String title() {
    return "EWMA chart";
  }

  @Override
  public String source() {
    return "ISO 7870-6; Montgomery 9.2; exact limits growing with the points (qcc, Minitab),"
        + " asymptotic ones with --steady";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return null;
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    double lambda = options.memory().lambda();
    double center = Subgroups.center(data, stage, options);
    Spread spread = Subgroups.spread(data, stage, options, "rbar");
    Ewma ewma = new Ewma(lambda, center);
    List<Spot> spots = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (int i : stage.points()) {
      double[] row = data.rows().get(i);
      means.add(Samples.mean(row));
      spots.add(spot(ewma, row, center, spread.sigma(), options));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("lambda", lambda);
    figures.put("L", options.sigmas());
    Spot last = spots.getLast();
    double size = data.rows().get(stage.points().getLast()).length;
    double steady = spread.sigma() / Math.sqrt(size) * Math.sqrt(lambda / (2 - lambda));
    figures.put("lclSteady", center - options.sigmas() * steady);
    figures.put("uclSteady", center + options.sigmas() * steady);
    figures.put("lclLast", last.lower());
    figures.put("uclLast", last.upper());
    figures.put("inControlArl", RunLength.ewma(lambda, options.sigmas(), 0));
    figures.put("arlAtOneSigma", RunLength.ewma(lambda, options.sigmas(), 1));
    return new Fit(
        center,
        spread.sigma(),
        spread.definition(),
        figures,
        Map.of(),
        List.of(new Draft("ewma", "EWMA", Draft.Nature.REMEMBERING, spots)),
        Map.of("mean", means, "ewma", spots.stream().map(Spot::value).toList()));
  }

  /** Takes a sample into the average and gives its spot. */
  static Spot spot(Ewma ewma, double[] row, double center, double sigma, ChartOptions options) {
    double lambda = options.memory().lambda();
    double variance = sigma * sigma / row.length;
    ewma.accept(Samples.mean(row), variance);
    double deviation =
        options.memory().steady() ? Math.sqrt(variance * lambda / (2 - lambda)) : ewma.deviation();
    return Spot.of(ewma.value(), center, deviation, options.sigmas());
  }
}
