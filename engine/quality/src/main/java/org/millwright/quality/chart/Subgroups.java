// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/** Means and spreads of subgroups, shared by the charts that plot them. */
final class Subgroups {

  private Subgroups() {}

  /** The centre of a stage: the known one, or the mean of all its reference values. */
  static double center(ChartData data, Stage stage, ChartOptions options) {
    return options.given().knowsCenter()
        ? options.given().center()
        : Samples.mean(Samples.concatenate(stage.referenceRows(data)));
  }

  /** σ of a stage: the known one, or estimated within subgroups or from moving ranges. */
  static Spread spread(ChartData data, Stage stage, ChartOptions options, String usual) {
    if (options.given().knowsSigma()) {
      return new Spread(options.given().sigma(), Double.NaN, "given", "given standard");
    }
    List<double[]> rows = stage.referenceRows(data);
    if (rows.stream().anyMatch(row -> row.length > 1)) {
      return Spread.within(rows, options.method(), usual);
    }
    double[] values = data.rows().stream().mapToDouble(row -> row[0]).toArray();
    int span = options.memory().spanOr(2);
    return Spread.single(
        Samples.concatenate(rows), stage.movingRanges(values, span), span, options.method());
  }

  /** The means of a stage with limits around a centre. */
  static List<Spot> means(
      ChartData data, Stage stage, double center, Spread spread, double sigmas) {
    return stage.points().stream()
        .map(data.rows()::get)
        .map(row ->
            Spot.of(
                Samples.mean(row),
                center,
                spread.sigmaFor(row.length) / Math.sqrt(row.length),
                sigmas))
        .toList();
  }

  /** The panel of ranges. */
  static Draft ranges(ChartData data, Stage stage, Spread spread, double sigmas) {
    List<Spot> spots =
        stage.points().stream()
            .map(data.rows()::get)
            .map(row -> range(row, spread.sigmaFor(row.length), sigmas))
            .toList();
    return new Draft("r", "Range", Draft.Nature.SKEWED, spots);
  }

  /** The range of one subgroup. */
  static Spot range(double[] row, double sigma, double sigmas) {
    double center = ControlConstants.d2(row.length) * sigma;
    double deviation = ControlConstants.d3(row.length) * sigma;
    return Spot.of(Samples.range(row), center, deviation, sigmas, 0);
  }

  /** The panel of standard deviations. */
  static Draft deviations(ChartData data, Stage stage, Spread spread, double sigmas) {
    List<Spot> spots =
        stage.points().stream()
            .map(data.rows()::get)
            .map(row -> deviation(row, spread.sigmaFor(row.length), sigmas))
            .toList();
    return new Draft("s", "Standard deviation", Draft.Nature.SKEWED, spots);
  }

  /** The standard deviation of one subgroup. */
  static Spot deviation(double[] row, double sigma, double sigmas) {
    double center = ControlConstants.c4(row.length) * sigma;
    double deviation = ControlConstants.c5(row.length) * sigma;
    return Spot.of(Samples.deviation(row), center, deviation, sigmas, 0);
  }

  /** Each subgroup's mean, range and standard deviation. */
  static Map<String, List<Double>> columns(ChartData data, Stage stage) {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    List<double[]> rows = stage.points().stream().map(data.rows()::get).toList();
    columns.put("size", rows.stream().map(row -> (double) row.length).toList());
    columns.put("mean", rows.stream().map(Samples::mean).toList());
    columns.put("range", rows.stream().map(Samples::range).toList());
    columns.put("stdDev", rows.stream().map(Samples::deviation).toList());
    return columns;
  }

  /** The averages every table of subgroups ends with. */
  static Map<String, Double> figures(ChartData data, Stage stage) {
    List<double[]> rows = stage.referenceRows(data);
    double[] all = Samples.concatenate(rows);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("grandMean", Samples.mean(all));
    figures.put("meanOfMeans", rows.stream().mapToDouble(Samples::mean).average().orElse(0));
    if (rows.stream().allMatch(row -> row.length > 1)) {
      figures.put("rBar", rows.stream().mapToDouble(Samples::range).average().orElse(0));
      figures.put("sBar", rows.stream().mapToDouble(Samples::deviation).average().orElse(0));
      figures.put("pooledStdDev", Spread.within(rows, "pooled", "").sigma());
    }
    figures.put("overallStdDev", Samples.deviation(all));
    figures.put("referencePoints", (double) rows.size());
    return figures;
  }

  /** The constants for one subgroup size; empty when sizes differ. */
  static Map<String, Double> constants(ChartData data, double sigmas) {
    int n = data.rows().getFirst().length;
    if (!data.isEven() || n < 2) {
      return Map.of();
    }
    double d2 = ControlConstants.d2(n);
    double d3 = ControlConstants.d3(n);
    double c4 = ControlConstants.c4(n);
    double c5 = ControlConstants.c5(n);
    Map<String, Double> constants = new LinkedHashMap<>();
    constants.put("n", (double) n);
    constants.put("A", sigmas / Math.sqrt(n));
    constants.put("A2", sigmas / (d2 * Math.sqrt(n)));
    constants.put("A3", sigmas / (c4 * Math.sqrt(n)));
    constants.put("c4", c4);
    constants.put("B3", Math.max(0, 1 - sigmas * c5 / c4));
    constants.put("B4", 1 + sigmas * c5 / c4);
    constants.put("B5", Math.max(0, c4 - sigmas * c5));
    constants.put("B6", c4 + sigmas * c5);
    constants.put("d2", d2);
    constants.put("d3", d3);
    constants.put("D1", Math.max(0, d2 - sigmas * d3));
    constants.put("D2", d2 + sigmas * d3);
    constants.put("D3", Math.max(0, 1 - sigmas * d3 / d2));
    constants.put("D4", 1 + sigmas * d3 / d2);
    return constants;
  }
}
