// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/** Gauge R&amp;R studies: crossed by ANOVA or ranges, nested by ANOVA. */
public final class GaugeStudies {

  private GaugeStudies() {}

  /** A crossed study by ANOVA (AIAG MSA 4th ed., appendix A; Minitab, SixSigma ss.rr). */
  public static Outcome<GaugeStudy> crossed(Readings data, StudyOptions options) {
    if (data.operators().size() < 2) {
      return singleOperator(data, options);
    }
    return enough(data)
        .map(readings -> {
          CrossedAnova anova = CrossedAnova.of(readings);
          boolean pooled = anova.interactionP() > options.alpha();
          return result(
              readings,
              "crossed",
              "anova",
              "AIAG MSA 4th ed., appendix A; interaction pooled above alpha (Minitab, SixSigma)",
              anova.rows(),
              pooled ? anova.pooledRows() : List.of(),
              pooled ? anova.pooledComponents() : anova.components(),
              options,
              Map.of("alpha", options.alpha(), "interactionP", anova.interactionP()));
        });
  }

  /** One operator: parts against repeatability, a one-way analysis. */
  private static Outcome<GaugeStudy> singleOperator(Readings data, StudyOptions options) {
    return enough(data)
        .map(readings -> {
          int p = readings.parts().size();
          int r = readings.trials();
          double error = 0;
          for (double[] cell : readings.cells().getFirst()) {
            error += Samples.squares(cell);
          }
          double total = Samples.squares(readings.all());
          AnovaRow within = AnovaRow.plain("Repeatability", p * (r - 1), error);
          AnovaRow parts = AnovaRow.against("Part", p - 1, total - error, within);
          double between = Math.max(0, (parts.ms() - within.ms()) / r);
          return result(
              readings,
              "crossed",
              "anova",
              "one operator: one-way analysis of variance",
              List.of(parts, within, AnovaRow.plain("Total", p * r - 1, total)),
              List.of(),
              new Variances(within.ms(), 0, 0, between),
              options,
              Map.of());
        });
  }

  /** A nested study by ANOVA: each operator has parts of his own (destructive tests). */
  public static Outcome<GaugeStudy> nested(Readings data, StudyOptions options) {
    return enough(data).map(readings -> nestedStudy(readings, options));
  }

  private static GaugeStudy nestedStudy(Readings data, StudyOptions options) {
    int o = data.operators().size();
    int p = data.parts().size();
    int r = data.trials();
    double total = Samples.squares(data.all());
    double operators = 0;
    double within = 0;
    double grand = Samples.mean(data.all());
    for (int i = 0; i < o; i++) {
      operators += p * r * Math.pow(Samples.mean(data.ofOperator(i)) - grand, 2);
      for (double[] cell : data.cells().get(i)) {
        within += Samples.squares(cell);
      }
    }
    AnovaRow error = AnovaRow.plain("Repeatability", o * p * (r - 1), within);
    AnovaRow parts =
        AnovaRow.against("Part (Operator)", o * (p - 1), total - operators - within, error);
    AnovaRow operator = AnovaRow.against("Operator", o - 1, operators, parts);
    double partVariance = Math.max(0, (parts.ms() - error.ms()) / r);
    double operatorVariance = Math.max(0, (operator.ms() - parts.ms()) / (p * r));
    return result(
        data,
        "nested",
        "anova",
        "Minitab nested gauge study: operator, part within operator",
        List.of(operator, parts, error, AnovaRow.plain("Total", o * p * r - 1, total)),
        List.of(),
        new Variances(error.ms(), operatorVariance, 0, partVariance),
        options,
        Map.of());
  }

  /** A crossed study by averages and ranges (AIAG MSA 4th ed., III.B). */
  public static Outcome<GaugeStudy> ranges(Readings data, StudyOptions options) {
    return enough(data).map(readings -> rangeStudy(readings, options));
  }

  private static GaugeStudy rangeStudy(Readings data, StudyOptions options) {
    int o = data.operators().size();
    int p = data.parts().size();
    int r = data.trials();
    double meanRange =
        data.cells().stream().flatMap(List::stream).mapToDouble(Samples::range).average().orElse(0);
    double[] operatorMeans = new double[o];
    double[] partMeans = new double[p];
    for (int i = 0; i < o; i++) {
      operatorMeans[i] = Samples.mean(data.ofOperator(i));
    }
    for (int j = 0; j < p; j++) {
      partMeans[j] = Samples.mean(data.ofPart(j));
    }
    double k1 = 1 / ControlConstants.d2(r);
    double k2 = o > 1 ? 1 / ControlConstants.d2Star(o, 1) : 0;
    double k3 = 1 / ControlConstants.d2Star(p, 1);
    double ev = meanRange * k1;
    double difference = Samples.range(operatorMeans);
    double av = Math.sqrt(Math.max(0, Math.pow(difference * k2, 2) - ev * ev / (p * r)));
    double pv = Samples.range(partMeans) * k3;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("rDoubleBar", meanRange);
    figures.put("xDiff", difference);
    figures.put("rp", Samples.range(partMeans));
    figures.put("K1", k1);
    figures.put("K2", k2);
    figures.put("K3", k3);
    double d2 = ControlConstants.d2(r);
    figures.put("D4", 1 + 3 * ControlConstants.d3(r) / d2);
    figures.put("uclRange", meanRange * (1 + 3 * ControlConstants.d3(r) / d2));
    return result(
        data,
        "crossed",
        "range",
        "AIAG MSA 4th ed., average and range method; K from d2* computed",
        List.of(),
        List.of(),
        new Variances(ev * ev, av * av, 0, pv * pv),
        options,
        figures);
  }

  private static Outcome<Readings> enough(Readings data) {
    if (data.trials() < 2) {
      return Outcome.refuse(
          "QUALITY-GAUGE-TRIALS",
          "",
          "each part was measured once by each operator, which shows no repeatability.",
          "the part and operator columns are swapped or a trial column was taken for one");
    }
    return Samples.range(data.all()) > 0
        ? Outcome.of(data)
        : Outcome.refuse("QUALITY-CONSTANT-DATA", "", "all readings are the same.", "");
  }

  private static GaugeStudy result(
      Readings data,
      String study,
      String method,
      String definition,
      List<AnovaRow> anova,
      List<AnovaRow> pooledRows,
      Variances variances,
      StudyOptions options,
      Map<String, Double> extra) {
    Map<String, Component> components = variances.components(options);
    double grr = Math.sqrt(variances.gauge());
    double pv = Math.sqrt(variances.parts());
    double exact = GaugeStudy.CATEGORIES * pv / grr;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("EV", Math.sqrt(variances.repeatability()));
    figures.put("AV", Math.sqrt(variances.operator() + variances.interaction()));
    figures.put("GRR", grr);
    figures.put("PV", pv);
    figures.put("TV", Math.sqrt(variances.total()));
    figures.put("discriminationRatio", Math.sqrt(2 * variances.total() / variances.gauge() - 1));
    figures.put("grandMean", Samples.mean(data.all()));
    figures.putAll(extra);
    double share = 100 * grr / Math.sqrt(variances.total());
    return new GaugeStudy(
        study,
        method,
        definition,
        data.parts().size(),
        data.operators().size(),
        data.trials(),
        options.multiplier(),
        anova,
        pooledRows,
        !pooledRows.isEmpty(),
        components,
        share,
        100 * options.multiplier() * grr / options.tolerance(),
        (int) Math.max(1, Math.min(1e9, Math.floor(exact))),
        exact,
        GaugeStudy.verdict(share),
        figures,
        means(data.operators(), data, true),
        study.equals("nested") ? Map.of() : means(data.parts(), data, false));
  }

  private static Map<String, Double> means(List<String> names, Readings data, boolean operators) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      means.put(names.get(i), Samples.mean(operators ? data.ofOperator(i) : data.ofPart(i)));
    }
    return means;
  }
}
