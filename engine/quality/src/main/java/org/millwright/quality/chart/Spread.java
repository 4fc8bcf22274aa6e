// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;

/**
 * An estimate of the short-term standard deviation.
 *
 * @param sigma the estimate, in the unit of the data
 * @param freedom its effective degrees of freedom: those of the χ distribution with the same
 *     coefficient of variation (Patnaik 1950); exact for pooled estimates
 * @param method its key
 * @param definition its formula and whose it is
 */
public record Spread(double sigma, double freedom, String method, String definition) {

  /** How σ is estimated from subgroups of two or more. */
  enum Within {
    RBAR("mean of R/d2(n) (Montgomery; qcc UWAVE-R; Minitab Rbar for equal sizes)"),
    MVLUE_R("weighted mean of R/d2(n), weights (d2/d3)^2 (qcc MVLUE-R; Minitab Rbar)"),
    SBAR("mean of s/c4(n) (Montgomery; qcc UWAVE-SD; Minitab Sbar for equal sizes)"),
    MVLUE_S("weighted mean of s/c4(n), weights c4^2/(1-c4^2) (qcc MVLUE-SD; Minitab Sbar)"),
    POOLED("root of the pooled variance"),
    MONTGOMERY("root of the pooled variance, over c4(n) at each subgroup (Montgomery, unequal n)"),
    POOLED_C4("root of the pooled variance over c4(degrees of freedom + 1) (Minitab pooled)");

    final String definition;

    Within(String definition) {
      this.definition = definition;
    }
  }

  /** How σ is estimated from single values. */
  enum Single {
    MR("mean moving range over d2(span) (Montgomery, Minitab, qcc)"),
    MEDIAN_MR("median moving range over d4(span) (Minitab)"),
    MSSD("root of half the mean squared successive difference, without Minitab's constant c4'"),
    SD("standard deviation of the values"),
    SD_C4("standard deviation of the values over c4(n) (qcc SD)");

    final String definition;

    Single(String definition) {
      this.definition = definition;
    }
  }

  /** The canonical method name of what a person wrote, empty staying empty. */
  public static Outcome<String> method(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String found =
        switch (name) {
          case "" -> "";
          case "rbar", "r", "r-bar", "range", "uwave-r" -> "rbar";
          case "mvlue-r", "minitab-r" -> "mvlue-r";
          case "sbar", "s", "s-bar", "uwave-sd", "uwave-s" -> "sbar";
          case "mvlue-s", "mvlue-sd", "minitab-s" -> "mvlue-s";
          case "pooled", "rms", "anova" -> "pooled";
          case "montgomery" -> "montgomery";
          case "pooled-c4", "rmsdf", "minitab-pooled" -> "pooled-c4";
          case "mr", "mrbar", "moving-range", "mr-bar", "average-mr" -> "mr";
          case "median-mr", "mmr", "mr-median" -> "median-mr";
          case "mssd", "successive" -> "mssd";
          case "sd", "overall", "stdev" -> "sd";
          case "sd-c4", "qcc-sd" -> "sd-c4";
          default -> "?";
        };
    return found.equals("?")
        ? Outcome.refuse(
            "QUALITY-SIGMA-METHOD-UNKNOWN",
            "--sigma-method",
            "no estimate of sigma is called \"" + text + "\".",
            "one of rbar, mvlue-r, sbar, mvlue-s, pooled, pooled-c4, montgomery for subgroups, or"
                + " mr, median-mr, mssd, sd, sd-c4 for single values")
        : Outcome.of(found);
  }

  /** σ within subgroups of two or more; a method meant for single values gives the default. */
  public static Spread within(List<double[]> groups, String method, String usual) {
    Within way = within(method, within(usual, Within.RBAR));
    double[] estimate =
        switch (way) {
          case RBAR -> mean(groups, Samples::range, ControlConstants::d2, ControlConstants::d3);
          case MVLUE_R -> best(groups, Samples::range, ControlConstants::d2, ControlConstants::d3);
          case SBAR -> mean(groups, Samples::deviation, Spread::c4, ControlConstants::c5);
          case MVLUE_S -> best(groups, Samples::deviation, Spread::c4, ControlConstants::c5);
          case POOLED, MONTGOMERY -> pooled(groups, false);
          case POOLED_C4 -> pooled(groups, true);
        };
    return new Spread(estimate[0], estimate[1], key(way), way.definition);
  }

  /** σ of single values from their moving ranges; a method meant for subgroups gives MR. */
  public static Spread single(double[] values, double[] movingRanges, int span, String method) {
    Single way = single(method);
    int n = values.length;
    double[] estimate =
        switch (way) {
          case MR -> {
            double d2 = ControlConstants.d2(span);
            yield new double[] {Samples.mean(movingRanges) / d2, 0.62 * (n - 1)};
          }
          case MEDIAN_MR ->
              new double[] {
                Samples.median(movingRanges) / ControlConstants.d4(span), 0.32 * (n - 1)
              };
          case MSSD -> new double[] {mssd(values), 2.0 * (n - 1) / 3};
          case SD -> new double[] {Samples.deviation(values), n - 1.0};
          case SD_C4 -> new double[] {Samples.deviation(values) / ControlConstants.c4(n), n - 1.0};
        };
    return new Spread(estimate[0], estimate[1], key(way), way.definition);
  }

  /** σ as it applies to a subgroup of n: the same for all but Montgomery's unequal subgroups. */
  double sigmaFor(int n) {
    return method.equals("montgomery") ? sigma / ControlConstants.c4(n) : sigma;
  }

  private static String key(Enum<?> way) {
    return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Within within(String method, Within usual) {
    for (Within way : Within.values()) {
      if (key(way).equals(method)) {
        return way;
      }
    }
    return usual;
  }

  private static Single single(String method) {
    for (Single way : Single.values()) {
      if (key(way).equals(method)) {
        return way;
      }
    }
    return Single.MR;
  }

  private static double c4(int n) {
    return ControlConstants.c4(n);
  }

  private interface Constant {
    double of(int n);
  }

  private static double[] mean(
      List<double[]> groups, ToDoubleFunction<double[]> statistic, Constant mean, Constant spread) {
    double sum = 0;
    double variance = 0;
    for (double[] group : groups) {
      int n = group.length;
      sum += statistic.applyAsDouble(group) / mean.of(n);
      variance += Math.pow(spread.of(n) / mean.of(n), 2);
    }
    int k = groups.size();
    return new double[] {sum / k, freedom(variance / k / k)};
  }

  private static double[] best(
      List<double[]> groups, ToDoubleFunction<double[]> statistic, Constant mean, Constant spread) {
    double sum = 0;
    double weights = 0;
    for (double[] group : groups) {
      int n = group.length;
      double weight = Math.pow(mean.of(n) / spread.of(n), 2);
      sum += weight * statistic.applyAsDouble(group) / mean.of(n);
      weights += weight;
    }
    return new double[] {sum / weights, freedom(1 / weights)};
  }

  private static double freedom(double squaredVariation) {
    return 1 / (2 * squaredVariation) + 0.25;
  }

  private static double[] pooled(List<double[]> groups, boolean unbias) {
    double squares = 0;
    int freedom = 0;
    for (double[] group : groups) {
      squares += Samples.squares(group);
      freedom += group.length - 1;
    }
    double sigma = Math.sqrt(squares / freedom);
    return new double[] {unbias ? sigma / ControlConstants.c4(freedom + 1) : sigma, freedom};
  }

  /** Without an unbiasing constant: Minitab divides by a tabulated c4' near 1. */
  private static double mssd(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return Math.sqrt(sum / 2 / (values.length - 1));
  }
}
