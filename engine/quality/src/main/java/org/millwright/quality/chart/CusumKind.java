// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Samples;

/** The two-sided tabular CUSUM of values or of subgroup means, in the unit of the data. */
record CusumKind() implements ChartKind {

  private static final double USUAL_H = 5;
  private static final List<String> COLUMNS =
      List.of("mean", "cPlus", "nPlus", "cMinus", "nMinus", "zPlus", "zMinus");

  @Override
  public String name() {
    return "cusum";
  }

  @Override
  public String title() {
    return "CUSUM chart";
  }

  @Override
  public String source() {
    return "ISO 7870-4; Montgomery 9.1: K = k and H = h standard errors; the lower sum is drawn"
        + " negative (qcc, Minitab)";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return null;
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    double center = Subgroups.center(data, stage, options);
    Spread spread = Subgroups.spread(data, stage, options, "rbar");
    Trace trace = new Trace(center, spread.sigma(), options.memory());
    List<Spot> upper = new ArrayList<>();
    List<Spot> lower = new ArrayList<>();
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    for (int i : stage.points()) {
      double[] row = data.rows().get(i);
      upper.add(trace.advance(row));
      lower.add(trace.lowerSpot());
      double[] cells = trace.cells(row);
      for (int c = 0; c < cells.length; c++) {
        columns.computeIfAbsent(COLUMNS.get(c), name -> new ArrayList<>()).add(cells[c]);
      }
    }
    double error = spread.sigma() / Math.sqrt(data.rows().get(stage.points().getFirst()).length);
    double k = options.memory().k();
    double h = options.memory().hOr(USUAL_H);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("target", center);
    figures.put("k", k);
    figures.put("h", h);
    figures.put("K", k * error);
    figures.put("H", h * error);
    figures.put("standardError", error);
    figures.put("headStart", options.memory().headStart() * h * error);
    figures.put("inControlArl", RunLength.cusum(k, h, 0));
    figures.put("arlAtOneSigma", RunLength.cusum(k, h, 1));
    return new Fit(
        center,
        spread.sigma(),
        spread.definition(),
        figures,
        Map.of(),
        List.of(
            new Draft("cusum-upper", "CUSUM C⁺", Draft.Nature.REMEMBERING, upper),
            new Draft("cusum-lower", "CUSUM C⁻", Draft.Nature.REMEMBERING, lower)),
        columns);
  }

  /** The sums as they are drawn. */
  static final class Trace {

    private final double center;
    private final double sigma;
    private final double k;
    private final double h;
    private final Cusum sums;
    private double error;

    Trace(double center, double sigma, ChartOptions.Memory memory) {
      this.center = center;
      this.sigma = sigma;
      this.k = memory.k();
      this.h = memory.hOr(USUAL_H);
      this.sums = new Cusum(memory.headStart() * h);
    }

    /** In standard errors inside, so that unequal subgroups share one decision interval. */
    Spot advance(double[] row) {
      error = sigma / Math.sqrt(row.length);
      sums.accept((Samples.mean(row) - center) / error, k);
      return new Spot(sums.high() * error, 0, error, Double.NaN, h * error);
    }

    /** The lower sum after the newest sample. */
    Spot lowerSpot() {
      return new Spot(-sums.low() * error, 0, error, -h * error, Double.NaN);
    }

    double[] cells(double[] row) {
      return new double[] {
        Samples.mean(row),
        sums.high() * error,
        sums.sinceHigh(),
        sums.low() * error,
        sums.sinceLow(),
        sums.high(),
        sums.low()
      };
    }
  }
}
