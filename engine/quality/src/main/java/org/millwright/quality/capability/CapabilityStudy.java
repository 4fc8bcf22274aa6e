// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.Spread;
import org.millwright.quality.math.Samples;

/** Studies process capability. */
public final class CapabilityStudy {

  private static final int FEWEST = 3;

  private CapabilityStudy() {}

  /** Studies subgroups, each one value or more, in time order. */
  public static Outcome<Capability> of(List<double[]> groups, CapabilityRequest request) {
    double[] values = Samples.concatenate(groups);
    Refusal fault = fault(values, request);
    if (fault != null) {
      return Outcome.refuse(fault);
    }
    Spread within = within(groups, request);
    return within.sigma() > 0
        ? NonNormalStudy.of(groups, values, request)
            .map(other -> study(groups, values, request, within, other.value()))
        : Outcome.refuse(constant());
  }

  private static @Nullable Refusal fault(double[] values, CapabilityRequest request) {
    Refusal limits = request.limits().fault();
    if (limits != null) {
      return limits;
    }
    if (DefectRate.confidence(request.confidence())
        instanceof Outcome.Refused<Double>(Refusal refusal)) {
      return refusal;
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return Refusal.of("QUALITY-VALUE-INFINITE", "", "a value is missing or infinite.");
      }
    }
    if (values.length < FEWEST) {
      return Refusal.of(
          "QUALITY-TOO-FEW-POINTS",
          "",
          "capability needs at least three values and there are " + values.length + ".");
    }
    return Samples.range(values) > 0 ? null : constant();
  }

  private static Refusal constant() {
    return new Refusal(
        "QUALITY-CONSTANT-DATA",
        "",
        "the values show no variation, so no index can be given.",
        "the instrument is stuck or its resolution too coarse");
  }

  /** σ within: the known one, from subgroups, or from moving ranges. */
  static Spread within(List<double[]> groups, CapabilityRequest request) {
    if (!Double.isNaN(request.sigma())) {
      double freedom = Samples.concatenate(groups).length - 1.0;
      return new Spread(request.sigma(), freedom, "given", "given by the chart or the user");
    }
    boolean single = groups.stream().allMatch(group -> group.length == 1);
    if (single) {
      double[] values = Samples.concatenate(groups);
      double[] ranges = new double[values.length - 1];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = Math.abs(values[i + 1] - values[i]);
      }
      return Spread.single(values, ranges, 2, request.method());
    }
    List<double[]> usable = groups.stream().filter(group -> group.length > 1).toList();
    int most = usable.stream().mapToInt(group -> group.length).max().orElse(2);
    return Spread.within(usable, request.method(), most <= 10 ? "rbar" : "sbar");
  }

  private static Capability study(
      List<double[]> groups,
      double[] values,
      CapabilityRequest request,
      Spread within,
      Capability.@Nullable NonNormal other) {
    Limits limits = request.limits();
    int n = values.length;
    double mean = Double.isNaN(request.center()) ? Samples.mean(values) : request.center();
    double overall = Samples.deviation(values);
    double confidence = request.confidence();
    double freedom = request.minitab() ? within.freedom() : n - 1.0;
    Indices c =
        Indices.of(
            mean,
            within.sigma(),
            limits,
            new Indices.Basis(n, freedom, confidence, request.minitab()));
    Indices p =
        Indices.of(
            mean, overall, limits, new Indices.Basis(n, n - 1.0, confidence, request.minitab()));
    double half = (limits.upper() - limits.lower()) / 2;
    return new Capability(
        "indices: ISO 22514, Montgomery ch. 8, R qcc; intervals: "
            + (request.minitab() ? "effective degrees of freedom (Minitab)" : "n - 1 (R qcc)"),
        n,
        groups.size(),
        mean,
        Samples.min(values),
        Samples.max(values),
        Samples.median(values),
        limits.lower(),
        limits.upper(),
        limits.target(),
        within.sigma(),
        within.definition(),
        overall,
        c.c(),
        c.l(),
        c.u(),
        c.k(),
        c.m(),
        p.c(),
        p.l(),
        p.u(),
        p.k(),
        p.m(),
        taguchi(values, limits),
        Math.abs(limits.lower() + half - mean) / half,
        confidence,
        intervals(c, p),
        Observed.of(values, limits, confidence),
        Expected.normal(mean, within.sigma(), limits),
        Expected.normal(mean, overall, limits),
        Normality.test(values),
        other,
        request.distribution().isEmpty() ? List.of() : fits(values));
  }

  private static double taguchi(double[] values, Limits limits) {
    double sum = 0;
    for (double value : values) {
      sum += (value - limits.target()) * (value - limits.target());
    }
    return (limits.upper() - limits.lower()) / (6 * Math.sqrt(sum / values.length));
  }

  private static Map<String, Interval> intervals(Indices c, Indices p) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    intervals.put("cp", c.cInterval());
    intervals.put("cpl", c.lInterval());
    intervals.put("cpu", c.uInterval());
    intervals.put("cpk", c.kInterval());
    intervals.put("cpm", c.mInterval());
    intervals.put("pp", p.cInterval());
    intervals.put("ppl", p.lInterval());
    intervals.put("ppu", p.uInterval());
    intervals.put("ppk", p.kInterval());
    intervals.put("cpmOverall", p.mInterval());
    return intervals;
  }

  private static List<Capability.Fit> fits(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return Distributions.all(values).stream()
        .map(fitted -> {
          double likelihood = fitted.logLikelihood(values);
          return new Capability.Fit(
              fitted.name(),
              fitted.parameters(),
              likelihood,
              2 * fitted.parameters().size() - 2 * likelihood,
              fitted.andersonDarling(sorted));
        })
        .sorted(Comparator.comparingDouble(Capability.Fit::andersonDarling))
        .toList();
  }
}
