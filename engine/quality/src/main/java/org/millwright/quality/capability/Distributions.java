// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Gamma;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Roots;
import org.millwright.quality.math.Samples;

/** Fits distributions by maximum likelihood. */
final class Distributions {

  /** The keys, those for positive values last. */
  static final List<String> NAMES =
      List.of(
          "normal",
          "logistic",
          "smallest-extreme-value",
          "largest-extreme-value",
          "lognormal",
          "exponential",
          "weibull",
          "gamma",
          "loglogistic");

  private Distributions() {}

  /** Whether a distribution takes positive values only. */
  static boolean positive(String name) {
    return NAMES.indexOf(name) >= 4;
  }

  /** Fits the distribution of a key to a sample with some variation. */
  static Fitted fit(String name, double[] values) {
    double[] logs = positive(name) ? Arrays.stream(values).map(Math::log).toArray() : values;
    double[] negated = Arrays.stream(values).map(x -> -x).toArray();
    return switch (name) {
      case "normal" -> normal(values);
      case "lognormal" -> onLogs(name, normal(logs));
      case "logistic" -> logistic(values);
      case "loglogistic" -> onLogs(name, logistic(logs));
      case "smallest-extreme-value" -> smallest(values);
      case "largest-extreme-value" -> mirrored(smallest(negated));
      case "weibull" -> weibull(smallest(logs));
      case "exponential" -> exponential(values);
      case "gamma" -> gamma(values, logs);
      default -> throw new IllegalArgumentException("no distribution " + name);
    };
  }

  /** Every distribution that can take the sample. */
  static List<Fitted> all(double[] values) {
    boolean positive = Arrays.stream(values).allMatch(x -> x > 0);
    List<Fitted> fits = new ArrayList<>();
    for (String name : NAMES) {
      if (positive || !positive(name)) {
        fits.add(fit(name, values));
      }
    }
    return fits;
  }

  private static Map<String, Double> named(String a, double x, String b, double y) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put(a, x);
    parameters.put(b, y);
    return parameters;
  }

  private static Fitted normal(double[] values) {
    double mean = Samples.mean(values);
    double sigma = Math.sqrt(Samples.squares(values) / values.length);
    return new Fitted(
        "normal",
        named("location", mean, "scale", sigma),
        x -> Normal.cdf((x - mean) / sigma),
        p -> mean + sigma * Normal.quantile(p),
        x -> Math.log(Normal.density((x - mean) / sigma) / sigma));
  }

  private static Fitted onLogs(String name, Fitted logs) {
    return new Fitted(
        name,
        logs.parameters(),
        x -> x <= 0 ? 0 : logs.cdf().applyAsDouble(Math.log(x)),
        p -> Math.exp(logs.quantile().applyAsDouble(p)),
        x -> logs.logDensity().applyAsDouble(Math.log(x)) - Math.log(x));
  }

  private static Fitted logistic(double[] values) {
    double deviation = Samples.deviation(values);
    double mean = Samples.mean(values);
    double start = Math.log(deviation * Math.sqrt(3) / Math.PI);
    double logScale =
        Roots.minimum(
            s -> -likelihood(values, location(values, Math.exp(s), mean), Math.exp(s)),
            start - 1.5,
            start + 1.5);
    double scale = Math.exp(logScale);
    double location = location(values, scale, mean);
    return new Fitted(
        "logistic",
        named("location", location, "scale", scale),
        x -> 1 / (1 + Math.exp(-(x - location) / scale)),
        p -> location + scale * Math.log(p / (1 - p)),
        x -> logisticDensity((x - location) / scale) - Math.log(scale));
  }

  private static double logisticDensity(double z) {
    return -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)));
  }

  /** The location's score falls, so its root is the estimate for a scale. */
  private static double location(double[] values, double scale, double mean) {
    double reach = 5 * scale + Samples.range(values);
    return Roots.bisect(
        location -> {
          double score = 0;
          for (double value : values) {
            score += Math.tanh((value - location) / (2 * scale));
          }
          return score;
        },
        mean - reach,
        mean + reach);
  }

  private static double likelihood(double[] values, double location, double scale) {
    double sum = -values.length * Math.log(scale);
    for (double value : values) {
      sum += logisticDensity((value - location) / scale);
    }
    return sum;
  }

  private static Fitted smallest(double[] values) {
    double greatest = Samples.max(values);
    double mean = Samples.mean(values);
    double first = Samples.deviation(values) * Math.sqrt(6) / Math.PI;
    DoubleUnaryOperator score =
        scale -> {
          double weights = 0;
          double sum = 0;
          for (double value : values) {
            double weight = Math.exp((value - greatest) / scale);
            weights += weight;
            sum += weight * value;
          }
          return sum / weights - scale - mean;
        };
    double scale = Roots.bisect(score, first / 50, first * 50);
    double power = 0;
    for (double value : values) {
      power += Math.exp((value - greatest) / scale) / values.length;
    }
    double location = greatest + scale * Math.log(power);
    return new Fitted(
        "smallest-extreme-value",
        named("location", location, "scale", scale),
        x -> -Math.expm1(-Math.exp((x - location) / scale)),
        p -> location + scale * Math.log(-Math.log1p(-p)),
        x -> (x - location) / scale - Math.exp((x - location) / scale) - Math.log(scale));
  }

  private static Fitted mirrored(Fitted smallest) {
    Map<String, Double> parameters = new LinkedHashMap<>(smallest.parameters());
    parameters.computeIfPresent("location", (key, value) -> -value);
    return new Fitted(
        "largest-extreme-value",
        parameters,
        x -> 1 - smallest.cdf().applyAsDouble(-x),
        p -> -smallest.quantile().applyAsDouble(1 - p),
        x -> smallest.logDensity().applyAsDouble(-x));
  }

  /** The logarithm of a Weibull time has the smallest extreme value distribution. */
  private static Fitted weibull(Fitted logs) {
    double scale = Math.exp(logs.parameters().getOrDefault("location", 0.0));
    double shape = 1 / logs.parameters().getOrDefault("scale", 1.0);
    Fitted fitted = onLogs("weibull", logs);
    return new Fitted(
        "weibull",
        named("shape", shape, "scale", scale),
        fitted.cdf(),
        fitted.quantile(),
        fitted.logDensity());
  }

  private static Fitted exponential(double[] values) {
    double mean = Samples.mean(values);
    return new Fitted(
        "exponential",
        Map.of("mean", mean),
        x -> x <= 0 ? 0 : -Math.expm1(-x / mean),
        p -> -mean * Math.log1p(-p),
        x -> -x / mean - Math.log(mean));
  }

  private static Fitted gamma(double[] values, double[] logs) {
    double target = Math.log(Samples.mean(values)) - Samples.mean(logs);
    double shape =
        Roots.bisect(a -> Math.log(a) - Gamma.digamma(a) - target, 1e-3, 1 + 10 / target);
    double scale = Samples.mean(values) / shape;
    GammaDistribution gamma = new GammaDistribution(shape, scale);
    return new Fitted(
        "gamma",
        named("shape", shape, "scale", scale),
        gamma::cumulativeProbability,
        gamma::inverseCumulativeProbability,
        gamma::logDensity);
  }
}
