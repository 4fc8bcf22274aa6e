// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.ChartOptions;
import org.millwright.quality.chart.Spread;
import org.millwright.quality.rules.RuleSet;
import picocli.CommandLine.Option;

/** How a chart is computed, as options. */
final class ChartSettings {

  @Option(
      names = "--rules",
      paramLabel = "SET",
      description =
          "nelson, western-electric, aiag, montgomery, qcc, limits (default), none or numbers"
              + " such as 1,2=8,5.")
  String rules = "limits";

  @Option(
      names = {"--sigmas", "--nsigma", "--nsigmas", "--width", "-L"},
      description = "Distance of the limits (default: ${DEFAULT-VALUE}).")
  double sigmas = 3;

  @Option(
      names = {"--center", "--mean", "--mu"},
      description = "Known centre (for p, u: the rate).")
  double center = Double.NaN;

  @Option(
      names = {"--sigma", "--std", "--std-dev"},
      description = "Known standard deviation.")
  double sigma = Double.NaN;

  @Option(
      names = {"--sigma-method", "--estimator"},
      description =
          "rbar, mvlue-r, sbar, mvlue-s, pooled, pooled-c4; mr, median-mr, mssd, sd, sd-c4.")
  String sigmaMethod = "";

  @Option(
      names = {"--variant", "--limits"},
      description =
          "g: probability; t: nelson (default), weibull, exponential; z-mr: constant, relative.")
  String variant = "";

  @Option(names = "--lambda", description = "EWMA, MEWMA: weight (default: 0.2; MEWMA 0.1).")
  double lambda = Double.NaN;

  @Option(names = "--k", description = "CUSUM: reference value in standard errors (default 0.5).")
  double k = 0.5;

  @Option(
      names = {"--h", "--decision-interval"},
      description = "CUSUM: decision interval in standard errors (default 5); MEWMA: limit.")
  double h = Double.NaN;

  @Option(
      names = {"--head-start", "--headstart", "--fir"},
      description = "CUSUM: head start as a share of the decision interval (default 0).")
  double headStart;

  @Option(
      names = {"--span", "--w", "--window"},
      description = "Points of a moving range (default 2) or moving average (default 3).")
  int span;

  @Option(names = "--steady", description = "EWMA: asymptotic limits from the first point on.")
  boolean steady;

  @Option(
      names = {"--phase1", "--baseline", "--reference"},
      description = "Only the first so many points give the limits; the rest are phase II.")
  int phaseOne;

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "POINT",
      description = "Points (numbers from 1) the limits are not estimated from.")
  int[] exclude = {};

  @Option(names = "--because", description = "Why they are excluded.")
  String because = "excluded by the user";

  @Option(
      names = {"--auto-exclude", "--exclude-beyond"},
      description = "Leave points beyond the limits out of the estimate until none is left.")
  boolean automatic;

  Outcome<ChartOptions> options() {
    return RuleSet.parse(rules)
        .then(set -> Spread.method(sigmaMethod).then(method -> options(set, method)));
  }

  private Outcome<ChartOptions> options(RuleSet set, String method) {
    Map<Integer, String> excluded = new TreeMap<>();
    for (int point : exclude) {
      excluded.put(point - 1, because);
    }
    String known = variant.strip().toLowerCase(Locale.ROOT);
    return checkVariant(known)
        .map(v ->
            new ChartOptions(
                sigmas,
                set,
                new ChartOptions.Standards(center, sigma),
                new ChartOptions.Phase(phaseOne, excluded, automatic),
                method,
                v,
                new ChartOptions.Memory(
                    Double.isNaN(lambda) ? 0.2 : lambda, k, h, headStart, span, steady)));
  }

  private static Outcome<String> checkVariant(String known) {
    return switch (known) {
      case "", "probability", "nelson", "weibull", "exponential", "constant", "relative" ->
          Outcome.of(known);
      case "by-part", "sigma", "3-sigma" -> Outcome.of("");
      default ->
          Outcome.refuse(
              "QUALITY-VARIANT-UNKNOWN",
              "--variant",
              "no variant is called \"" + known + "\".",
              "probability (g), nelson, weibull, exponential (t), constant or relative (z-mr)");
    };
  }

  /** MEWMA's weight. */
  double lambdaOr(double usual) {
    return Double.isNaN(lambda) ? usual : lambda;
  }

  @Nullable Double limitOrNull() {
    return Double.isNaN(h) ? null : Double.valueOf(h);
  }
}
