// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/**
 * Counts: p, np, c and u, and Laney's p′ and u′, whose limits allow for variation beyond the
 * binomial or Poisson.
 */
record AttributeKind(Count count, boolean laney) implements ChartKind {

  /** What is counted. */
  enum Count {
    P,
    NP,
    C,
    U;

    static Count of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isBinomial() {
      return this == P || this == NP;
    }

    /** The plotted value is a share or rate rather than a count. */
    boolean isRate() {
      return this == P || this == U;
    }
  }

  @Override
  public String name() {
    return (laney ? "laney-" : "") + count.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String title() {
    String letter = count.name().toLowerCase(Locale.ROOT);
    return laney ? "Laney " + letter + "′ chart" : letter + " chart";
  }

  @Override
  public String source() {
    return laney
        ? "Laney, Improved control charts for attributes, Quality Engineering 14 (2002)"
        : "ISO 7870-2; Montgomery, Statistical Quality Control, ch. 7";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return ChartChecks.counts(data, count.isBinomial());
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    double rate = options.given().knowsCenter() ? known(data, options) : rate(data, stage);
    double sigmaZ = laney ? sigmaZ(data, stage, rate) : 1;
    List<Spot> spots = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    for (int i : stage.points()) {
      double[] row = data.rows().get(i);
      spots.add(spot(row, rate, sigmaZ, options.sigmas()));
      sizes.add(row[1]);
    }
    double meanSize = Samples.mean(Samples.array(sizes));
    double center = count.isRate() ? rate : rate * meanSize;
    Draft draft =
        new Draft(count.name().toLowerCase(Locale.ROOT), name(), Draft.Nature.SKEWED, spots);
    return new Fit(
        center,
        count.isRate() ? deviation(rate, 1) : deviation(rate, meanSize) * meanSize,
        count.isBinomial() ? "binomial" : "Poisson",
        figures(data, stage, rate, sigmaZ),
        Map.of(),
        List.of(draft),
        Map.of("size", sizes, "value", spots.stream().map(Spot::value).toList()));
  }

  private double known(ChartData data, ChartOptions options) {
    double center = options.given().center();
    return count == Count.NP || count == Count.C ? center / data.rows().getFirst()[1] : center;
  }

  private static double rate(ChartData data, Stage stage) {
    List<double[]> rows = stage.referenceRows(data);
    return rows.stream().mapToDouble(row -> row[0]).sum()
        / rows.stream().mapToDouble(row -> row[1]).sum();
  }

  /** The standard deviation of a share or rate of a sample. */
  private double deviation(double rate, double size) {
    return Math.sqrt((count.isBinomial() ? rate * (1 - rate) : rate) / size);
  }

  /** The spot of a count and its size. */
  Spot spot(double[] row, double rate, double sigmaZ, double sigmas) {
    double scale = count.isRate() ? 1 : row[1];
    double deviation = deviation(rate, row[1]) * sigmaZ;
    double most = count.isBinomial() ? 1 : Double.POSITIVE_INFINITY;
    return new Spot(
        row[0] / row[1] * scale,
        rate * scale,
        deviation * scale,
        Math.max(0, rate - sigmas * deviation) * scale,
        Math.min(most, rate + sigmas * deviation) * scale);
  }

  /** Laney's σz: the mean moving range of the z scores over d2(2). */
  private double sigmaZ(ChartData data, Stage stage, double rate) {
    double[] scores = new double[data.size()];
    for (int i = 0; i < scores.length; i++) {
      double[] row = data.rows().get(i);
      scores[i] = (row[0] / row[1] - rate) / deviation(rate, row[1]);
    }
    return Samples.mean(stage.movingRanges(scores, 2)) / ControlConstants.d2(2);
  }

  private Map<String, Double> figures(ChartData data, Stage stage, double rate, double sigmaZ) {
    Map<String, Double> figures = new LinkedHashMap<>();
    List<double[]> rows = stage.referenceRows(data);
    double total = rows.stream().mapToDouble(row -> row[0]).sum();
    figures.put(count.isBinomial() ? "pBar" : "uBar", rate);
    figures.put("total", total);
    figures.put("meanCount", total / rows.size());
    figures.put("meanSize", rows.stream().mapToDouble(row -> row[1]).average().orElse(0));
    if (laney) {
      figures.put("sigmaZ", sigmaZ);
    }
    figures.put("dispersionRatio", dispersion(rows, rate));
    figures.put("referencePoints", (double) rows.size());
    return figures;
  }

  /** Pearson's χ² over its degrees of freedom: 1 when the counts vary as they should. */
  private double dispersion(List<double[]> rows, double rate) {
    double sum = 0;
    for (double[] row : rows) {
      double z = (row[0] / row[1] - rate) / deviation(rate, row[1]);
      sum += z * z;
    }
    return sum / (rows.size() - 1);
  }
}
