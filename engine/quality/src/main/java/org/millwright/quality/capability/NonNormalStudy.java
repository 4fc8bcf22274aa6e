// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.Spread;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/** Capability of values that are not normal. */
final class NonNormalStudy {

  private static final double TAIL = Normal.cdf(-3);

  private NonNormalStudy() {}

  /** A study or none, since an outcome cannot hold null. */
  record Maybe(Capability.@Nullable NonNormal value) {}

  static Outcome<Maybe> of(List<double[]> groups, double[] values, CapabilityRequest request) {
    String name = canonical(request.distribution());
    boolean positive = Arrays.stream(values).allMatch(x -> x > 0);
    boolean needsPositive =
        name.equals("box-cox")
            || (Distributions.NAMES.contains(name) && Distributions.positive(name));
    if (needsPositive && !positive) {
      return Outcome.refuse(
          "QUALITY-VALUE-NOT-POSITIVE",
          "",
          "a value is 0 or less, which " + name + " cannot take.",
          "johnson, or a distribution without a lower bound");
    }
    return switch (name) {
      case "", "none" -> Outcome.of(new Maybe(null));
      case "box-cox" -> Outcome.of(new Maybe(boxCox(groups, values, request)));
      case "johnson" -> johnson(values, request.limits());
      case "best" -> Outcome.of(new Maybe(best(values, request.limits())));
      default ->
          Distributions.NAMES.contains(name)
              ? Outcome.of(new Maybe(fitted(Distributions.fit(name, values), request.limits())))
              : unknown(name);
    };
  }

  private static String canonical(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return switch (plain) {
      case "boxcox" -> "box-cox";
      case "sev", "smallest" -> "smallest-extreme-value";
      case "lev", "gumbel", "largest" -> "largest-extreme-value";
      case "log-normal" -> "lognormal";
      case "log-logistic" -> "loglogistic";
      default -> plain;
    };
  }

  private static Outcome<Maybe> unknown(String name) {
    return Outcome.refuse(
        "QUALITY-DISTRIBUTION-UNKNOWN",
        "--distribution",
        "no distribution or transformation is called \"" + name + "\".",
        "one of " + String.join(", ", Distributions.NAMES) + ", best, box-cox, johnson");
  }

  private static Capability.NonNormal best(double[] values, Limits limits) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    Fitted best =
        Distributions.all(values).stream()
            .min(Comparator.comparingDouble((Fitted f) -> f.andersonDarling(sorted)))
            .orElseThrow();
    return fitted(best, limits);
  }

  private static Capability.NonNormal fitted(Fitted fitted, Limits limits) {
    return percentiles(
        fitted.name(), fitted.parameters(), fitted.cdf(), fitted.quantile(), limits, null);
  }

  private static Outcome<Maybe> johnson(double[] values, Limits limits) {
    Johnson johnson = Johnson.fit(values);
    if (johnson == null) {
      return Outcome.refuse(
          "QUALITY-JOHNSON-NONE",
          "",
          "no Johnson family fits these values.",
          "ties: a finer instrument, or a distribution");
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("gamma", johnson.gamma());
    parameters.put("eta", johnson.eta());
    parameters.put("epsilon", johnson.epsilon());
    parameters.put("lambda", johnson.lambda());
    parameters.put("z", johnson.z());
    double[] moved = Arrays.stream(values).map(johnson::transform).toArray();
    return Outcome.of(
        new Maybe(
            percentiles(
                "johnson " + johnson.family(),
                parameters,
                johnson::cdf,
                p -> johnson.inverse(Normal.quantile(p)),
                limits,
                Normality.test(moved))));
  }

  private static Capability.NonNormal percentiles(
      String method,
      Map<String, Double> parameters,
      DoubleUnaryOperator cdf,
      DoubleUnaryOperator quantile,
      Limits limits,
      @Nullable Normality normality) {
    double low = quantile.applyAsDouble(TAIL);
    double middle = quantile.applyAsDouble(0.5);
    double high = quantile.applyAsDouble(1 - TAIL);
    double ppl = (middle - limits.lower()) / (middle - low);
    double ppu = (limits.upper() - middle) / (high - middle);
    return new Capability.NonNormal(
        method,
        parameters,
        low,
        middle,
        high,
        (limits.upper() - limits.lower()) / (high - low),
        ppl,
        ppu,
        smaller(ppl, ppu),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Expected.of(cdf, limits),
        normality);
  }

  private static double smaller(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static Capability.NonNormal boxCox(
      List<double[]> groups, double[] values, CapabilityRequest request) {
    BoxCox transformation = BoxCox.fit(values, request.lambda(), request.confidence());
    List<double[]> movedGroups = groups.stream().map(transformation::transform).toList();
    double[] moved = Samples.concatenate(movedGroups);
    Limits limits = transformation.transform(request.limits());
    double mean = Samples.mean(moved);
    double overall = Samples.deviation(moved);
    Spread within =
        CapabilityStudy.within(movedGroups, request.withStandards(Double.NaN, Double.NaN));
    Indices.Basis basis =
        new Indices.Basis(
            moved.length, moved.length - 1.0, request.confidence(), request.minitab());
    Indices p = Indices.of(mean, overall, limits, basis);
    Indices c = Indices.of(mean, within.sigma(), limits, basis);
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("lambda", transformation.lambda());
    parameters.put("lambdaEstimate", transformation.estimate());
    parameters.put("lambdaRounded", transformation.rounded());
    parameters.put("lambdaLower", transformation.interval().lower());
    parameters.put("lambdaUpper", transformation.interval().upper());
    parameters.put("transformedLsl", limits.lower());
    parameters.put("transformedUsl", limits.upper());
    return new Capability.NonNormal(
        "box-cox",
        parameters,
        mean - 3 * overall,
        mean,
        mean + 3 * overall,
        p.c(),
        p.l(),
        p.u(),
        p.k(),
        c.c(),
        c.k(),
        mean,
        within.sigma(),
        overall,
        Expected.normal(mean, overall, limits),
        Normality.test(moved));
  }
}
