// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.ControlChart;
import org.millwright.quality.math.Linear;

/** Hotelling's T² and the multivariate EWMA. */
public final class MultivariateCharts {

  private MultivariateCharts() {}

  /** Draws the chart called {@code t2} or {@code mewma}. */
  public static Outcome<MultivariateChart> build(
      String name, VectorData data, VectorOptions options) {
    Refusal fault = fault(data, options);
    if (fault != null) {
      return Outcome.refuse(fault);
    }
    List<Integer> reference = IntStream.range(0, reference(data, options)).boxed().toList();
    double[][] covariance = covariance(data, reference, options);
    if (Linear.isSingular(covariance)) {
      return Outcome.refuse(
          "QUALITY-COVARIANCE-SINGULAR",
          "",
          "the variables do not vary independently in the reference points.",
          "a constant column, one computed from others, or too few points");
    }
    double[] mean = VectorData.mean(reference.stream().map(data.means()::get).toList());
    Plot plot = new Plot(data, options, mean, covariance, Linear.inverse(covariance));
    return Outcome.of(name.equals("mewma") ? plot.mewma() : plot.t2());
  }

  private static int reference(VectorData data, VectorOptions options) {
    return options.baseline() == 0 ? data.size() : options.baseline();
  }

  private static @Nullable Refusal fault(VectorData data, VectorOptions options) {
    boolean range =
        options.alpha() > 0
            && options.alpha() < 1
            && options.lambda() > 0
            && options.lambda() <= 1
            && !(options.limit() <= 0)
            && options.runLength() > 1
            && options.baseline() >= 0
            && options.baseline() <= data.size();
    if (!range) {
      return Refusal.of(
          "QUALITY-OPTION-RANGE",
          "--alpha, --lambda, --h, --phase1",
          "one of them is out of range.");
    }
    if (data.width() < 2) {
      return new Refusal(
          "QUALITY-TOO-FEW-VARIABLES",
          "--value",
          "a multivariate chart needs two variables or more.",
          "--value a,b");
    }
    for (int i = 0; i < data.size(); i++) {
      if (data.groups().get(i).size() != data.each()) {
        return Refusal.of(
            "QUALITY-SUBGROUP-UNEVEN",
            "point " + data.labels().get(i),
            "the subgroups of a multivariate chart must be of one size.");
      }
    }
    long vectors = reference(data, options) * (long) data.each();
    return vectors > data.width() + 1
        ? null
        : new Refusal(
            "QUALITY-TOO-FEW-POINTS",
            "",
            "there are " + vectors + " reference vectors for " + data.width() + " variables.",
            "");
  }

  private static double[][] covariance(
      VectorData data, List<Integer> reference, VectorOptions options) {
    if (data.each() > 1) {
      return data.within(reference);
    }
    List<double[]> vectors = reference.stream().map(data.means()::get).toList();
    return options.successive() ? VectorData.successive(vectors) : VectorData.covariance(vectors);
  }

  /** A chart in the making. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Plot(
      VectorData data,
      VectorOptions options,
      double[] mean,
      double[][] covariance,
      double[][] inverse) {

    MultivariateChart t2() {
      double first = phaseOneLimit();
      double second = phaseTwoLimit();
      int reference = reference(data, options);
      List<Double> values = new ArrayList<>();
      List<Double> limits = new ArrayList<>();
      List<Map<String, Double>> parts = new ArrayList<>();
      List<double[]> means = data.means();
      for (int i = 0; i < data.size(); i++) {
        double[] off = VectorData.minus(means.get(i), mean);
        values.add(data.each() * Linear.quadratic(inverse, off));
        limits.add(i < reference ? first : second);
        parts.add(contributions(off));
      }
      Map<String, Double> figures = figures();
      figures.put("uclPhase1", first);
      figures.put("uclPhase2", second);
      figures.put("alpha", options.alpha());
      String source =
          "Montgomery 11.3; phase I limit from "
              + (data.each() > 1 ? "F (Alt 1985)" : "the beta distribution (Tracy, Young, Mason)")
              + ", phase II from F";
      return chart("t2", "Hotelling T² chart", source, values, limits, figures, parts);
    }

    /** Phase I: the points themselves gave the mean and the covariance. */
    private double phaseOneLimit() {
      double p = data.width();
      double m = reference(data, options);
      double n = data.each();
      if (n == 1) {
        double beta =
            new BetaDistribution(p / 2, (m - p - 1) / 2)
                .inverseCumulativeProbability(1 - options.alpha());
        return (m - 1) * (m - 1) / m * beta;
      }
      double freedom = m * n - m - p + 1;
      return p * (m - 1) * (n - 1) / freedom * f(p, freedom);
    }

    private double phaseTwoLimit() {
      double p = data.width();
      double m = reference(data, options);
      double n = data.each();
      if (n == 1) {
        return p * (m + 1) * (m - 1) / (m * m - m * p) * f(p, m - p);
      }
      double freedom = m * n - m - p + 1;
      return p * (m + 1) * (n - 1) / freedom * f(p, freedom);
    }

    private double f(double numerator, double denominator) {
      return new FDistribution(numerator, denominator)
          .inverseCumulativeProbability(1 - options.alpha());
    }

    MultivariateChart mewma() {
      double lambda = options.lambda();
      double limit =
          Double.isNaN(options.limit())
              ? MewmaRunLength.limit(data.width(), lambda, options.runLength())
              : options.limit();
      double[] state = new double[mean.length];
      double decay = 1;
      List<Double> values = new ArrayList<>();
      List<Double> limits = new ArrayList<>();
      List<Map<String, Double>> parts = new ArrayList<>();
      for (double[] point : data.means()) {
        for (int j = 0; j < state.length; j++) {
          state[j] = lambda * (point[j] - mean[j]) + (1 - lambda) * state[j];
        }
        decay *= (1 - lambda) * (1 - lambda);
        double scale = lambda / (2 - lambda) * (1 - decay) / data.each();
        values.add(Linear.quadratic(inverse, state) / scale);
        limits.add(limit);
        parts.add(contributions(state));
      }
      Map<String, Double> figures = figures();
      figures.put("lambda", lambda);
      figures.put("h", limit);
      figures.put("inControlArl", MewmaRunLength.of(data.width(), lambda, limit));
      String source =
          "Lowry et al. 1992; exact covariance; limit by Runger and Prabhu 1996 unless given";
      return chart("mewma", "MEWMA chart", source, values, limits, figures, parts);
    }

    private Map<String, Double> figures() {
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("variables", (double) data.width());
      figures.put("determinant", Linear.determinant(covariance));
      figures.put("referencePoints", (double) reference(data, options));
      return figures;
    }

    /** T² less T² without the variable (Runger, Alt and Montgomery 1996). */
    private Map<String, Double> contributions(double[] off) {
      Map<String, Double> parts = new LinkedHashMap<>();
      for (int j = 0; j < off.length; j++) {
        double weighted = Linear.dot(inverse[j], off);
        parts.put(data.names().get(j), data.each() * weighted * weighted / inverse[j][j]);
      }
      return parts;
    }

    private MultivariateChart chart(
        String name,
        String title,
        String source,
        List<Double> values,
        List<Double> limits,
        Map<String, Double> figures,
        List<Map<String, Double>> parts) {
      List<ControlChart.Point> points = new ArrayList<>();
      List<ControlChart.Violation> violations = new ArrayList<>();
      String text = "one point beyond a control limit";
      for (int i = 0; i < values.size(); i++) {
        boolean beyond = values.get(i) > limits.get(i);
        String label = data.labels().get(i);
        points.add(
            new ControlChart.Point(
                i + 1,
                label,
                "",
                i < reference(data, options) ? "I" : "II",
                values.get(i),
                data.width(),
                Double.NaN,
                Double.NaN,
                limits.get(i),
                beyond ? List.of(1) : List.of()));
        if (beyond) {
          List<Integer> at = List.of(i + 1);
          violations.add(new ControlChart.Violation(name, 1, text, at, List.of(label), at));
        }
      }
      boolean one = limits.stream().distinct().count() == 1;
      double limit = one ? limits.getFirst() : Double.NaN;
      ControlChart.Panel panel =
          new ControlChart.Panel(name, title, data.width(), Double.NaN, limit, points);
      ControlChart chart =
          new ControlChart(
              name,
              title,
              source,
              values.size(),
              values.size() * data.each() * data.width(),
              data.each(),
              Double.NaN,
              data.width(),
              Double.NaN,
              data.each() > 1
                  ? "mean of the subgroups' covariance matrices"
                  : options.successive()
                      ? "covariance from successive differences (Holmes and Mergen 1993)"
                      : "sample covariance",
              Double.NaN,
              limit,
              Map.of(name, new ControlChart.Lines(data.width(), Double.NaN, limit)),
              violations.isEmpty(),
              new ControlChart.RulesUsed("limits", "Hotelling", Map.of(1, text)),
              figures,
              Map.of(),
              List.of(),
              List.of(panel),
              violations,
              List.of(),
              Map.of(name, values));
      return new MultivariateChart(chart, data.names(), vector(mean), matrix(), parts);
    }

    private static List<Double> vector(double[] values) {
      return java.util.Arrays.stream(values).boxed().toList();
    }

    private List<List<Double>> matrix() {
      return java.util.Arrays.stream(covariance).map(Plot::vector).toList();
    }
  }
}
