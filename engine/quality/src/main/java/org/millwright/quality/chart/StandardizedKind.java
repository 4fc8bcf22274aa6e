// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/** Short runs: values standardised by their part's mean and deviation (Z-MR). */
record StandardizedKind() implements ChartKind {

  @Override
  public String name() {
    return "z-mr";
  }

  @Override
  public String title() {
    return "Z-MR chart";
  }

  @Override
  public String source() {
    return "Montgomery 10.1, Minitab Z-MR: each part's mean; σ from moving ranges within parts,"
        + " by part (default), pooled (variant constant) or in proportion to the mean (variant"
        + " relative)";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    Refusal fault = ChartChecks.singles(data, options);
    if (fault != null) {
      return fault;
    }
    for (Map.Entry<String, List<Double>> part : byPart(data, all(data)).entrySet()) {
      if (part.getValue().size() < 2) {
        return new Refusal(
            "QUALITY-TOO-FEW-POINTS",
            "part " + part.getKey(),
            "it has one value, which has no moving range.",
            "");
      }
    }
    return null;
  }

  private static List<Integer> all(ChartData data) {
    return java.util.stream.IntStream.range(0, data.size()).boxed().toList();
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    Map<String, List<Double>> parts = byPart(data, stage.reference());
    Map<String, Double> sigmas = sigmas(parts, options.variant());
    double[] scores = new double[data.size()];
    double smallest = Double.POSITIVE_INFINITY;
    for (int i : stage.points()) {
      String part = data.parts().get(i);
      List<Double> values = parts.getOrDefault(part, List.of());
      double sigma = sigmas.getOrDefault(part, Double.NaN);
      smallest = Math.min(smallest, sigma);
      scores[i] = (data.rows().get(i)[0] - Samples.mean(Samples.array(values))) / sigma;
    }
    List<Spot> spots =
        stage.points().stream().map(i -> Spot.of(scores[i], 0, 1, options.sigmas())).toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    parts.forEach((part, v) -> figures.put("mean " + part, Samples.mean(Samples.array(v))));
    sigmas.forEach((part, sigma) -> figures.put("sigma " + part, sigma));
    return new Fit(
        0,
        smallest > 0 ? 1 : 0,
        "moving ranges within parts",
        figures,
        Map.of(),
        List.of(
            new Draft("z", "Standardised value", Draft.Nature.SYMMETRIC, spots),
            IndividualsKind.moving(scores, stage, 1, 2, options.sigmas())),
        Map.of("z", spots.stream().map(Spot::value).toList()));
  }

  private static Map<String, List<Double>> byPart(ChartData data, List<Integer> points) {
    Map<String, List<Double>> parts = new LinkedHashMap<>();
    for (int i : points) {
      parts.computeIfAbsent(data.parts().get(i), p -> new ArrayList<>()).add(data.rows().get(i)[0]);
    }
    return parts;
  }

  private static Map<String, Double> sigmas(Map<String, List<Double>> parts, String variant) {
    Map<String, Double> sigmas = new LinkedHashMap<>();
    double sum = 0;
    int ranges = 0;
    for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
      double[] values = Samples.array(part.getValue());
      double scale = variant.equals("relative") ? Samples.mean(values) : 1;
      double total = 0;
      for (int i = 1; i < values.length; i++) {
        total += Math.abs(values[i] - values[i - 1]) / scale;
      }
      sum += total;
      ranges += values.length - 1;
      sigmas.put(part.getKey(), total / (values.length - 1) / ControlConstants.d2(2));
    }
    double pooled = sum / ranges / ControlConstants.d2(2);
    switch (variant) {
      case "constant" -> sigmas.replaceAll((part, own) -> pooled);
      case "relative" ->
          sigmas.replaceAll((part, own) ->
              pooled * Samples.mean(Samples.array(parts.getOrDefault(part, List.of()))));
      default -> {}
    }
    return sigmas;
  }
}
