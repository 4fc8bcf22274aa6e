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
    for (int i : stage.points()) {
      trace.accept(data.rows().get(i));
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
            new Draft("cusum-upper", "CUSUM C⁺", Draft.Nature.REMEMBERING, trace.upper),
            new Draft("cusum-lower", "CUSUM C⁻", Draft.Nature.REMEMBERING, trace.lower)),
        trace.columns);
  }

  /** The sums as they are drawn and tabulated. */
  private static final class Trace {

    private static final List<String> COLUMNS =
        List.of("mean", "cPlus", "nPlus", "cMinus", "nMinus", "zPlus", "zMinus");

    private final double center;
    private final double sigma;
    private final ChartOptions.Memory memory;
    private final List<Spot> upper = new ArrayList<>();
    private final List<Spot> lower = new ArrayList<>();
    private final Map<String, List<Double>> columns = new LinkedHashMap<>();
    private @Nullable Cusum cusum;

    Trace(double center, double sigma, ChartOptions.Memory memory) {
      this.center = center;
      this.sigma = sigma;
      this.memory = memory;
      COLUMNS.forEach(name -> columns.put(name, new ArrayList<>()));
    }

    /** In standard errors inside, so that unequal subgroups share one decision interval. */
    void accept(double[] row) {
      double h = memory.hOr(USUAL_H);
      Cusum sums = cusum == null ? new Cusum(memory.headStart() * h) : cusum;
      cusum = sums;
      double error = sigma / Math.sqrt(row.length);
      sums.accept((Samples.mean(row) - center) / error, memory.k());
      double high = sums.high() * error;
      double low = sums.low() * error;
      upper.add(new Spot(high, 0, error, Double.NaN, h * error));
      lower.add(new Spot(-low, 0, error, -h * error, Double.NaN));
      double[] cells = {
        Samples.mean(row), high, sums.sinceHigh(), low, sums.sinceLow(), sums.high(), sums.low()
      };
      for (int i = 0; i < cells.length; i++) {
        columns.computeIfAbsent(COLUMNS.get(i), name -> new ArrayList<>()).add(cells[i]);
      }
    }
  }
}
