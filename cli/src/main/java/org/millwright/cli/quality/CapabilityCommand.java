// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.millwright.quality.Outcome;
import org.millwright.quality.capability.CapabilityRequest;
import org.millwright.quality.capability.CapabilityStudy;
import org.millwright.quality.capability.DefectRate;
import org.millwright.quality.capability.Limits;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.chart.Spread;
import org.millwright.quality.math.Samples;
import org.millwright.quality.svg.CapabilityDrawing;
import org.millwright.quality.svg.CurveDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Process capability. */
@Command(
    name = "capability",
    mixinStandardHelpOptions = true,
    description = "Process capability of a file, or the exact limits of a defect rate.")
public final class CapabilityCommand extends QualityCommand {

  @Mixin TableOptions input = new TableOptions();

  @Mixin SubgroupOptions subgroups = new SubgroupOptions();

  @Option(names = "--lsl", description = "Lower specification limit.")
  double lsl = Double.NaN;

  @Option(names = "--usl", description = "Upper specification limit.")
  double usl = Double.NaN;

  @Option(names = "--target", description = "Target.")
  double target = Double.NaN;

  @Option(
      names = {"--sigma-method", "--estimator"},
      description = "rbar, mvlue-r, sbar, mvlue-s, pooled, pooled-c4; mr, median-mr, mssd, sd.")
  String method = "";

  @Option(
      names = {"--mean", "--center"},
      description = "Known centre.")
  double center = Double.NaN;

  @Option(
      names = {"--sigma", "--std"},
      description = "Known short-term standard deviation.")
  double sigma = Double.NaN;

  @Option(names = "--confidence", description = "Confidence of intervals (default 0.95).")
  double confidence = 0.95;

  @Option(
      names = {"--ci", "--intervals"},
      description = "qcc (default) or minitab: whose degrees of freedom.")
  String intervals = "qcc";

  @Option(
      names = {"--distribution", "--dist", "--transform", "--transformation"},
      description =
          "normal, lognormal, weibull, gamma, exponential, logistic, loglogistic, sev, lev, best,"
              + " box-cox, johnson.")
  String distribution = "";

  @Option(names = "--lambda", description = "Box-Cox lambda (default: estimated).")
  double lambda = Double.NaN;

  @Option(
      names = {"--bad", "--nonconforming", "--failures"},
      description = "Defect rate: how many were defective; needs no file.")
  long bad = -1;

  @Option(
      names = {"--units", "--of", "--trials"},
      description = "Defect rate: of how many.")
  long units;

  @Option(
      names = {"--claim-ppm", "--claim"},
      description = "Defect rate: the claim to prove, per million.")
  double claim = Double.NaN;

  @Override
  Outcome<Answer> answer() {
    return units > 0 || bad >= 0 ? rate() : study();
  }

  private Outcome<Answer> rate() {
    return DefectRate.checked(Math.max(0, bad), units, confidence)
        .then(rate -> Double.isNaN(claim) ? Outcome.of(rate) : rate.claim(claim))
        .map(rate -> new Answer(rate, () -> draw(rate)));
  }

  private static String draw(DefectRate rate) {
    return CurveDrawing.draw(
        "Defect rate with exact limits",
        "lower limit, estimate, upper limit",
        List.of(
            new CurveDrawing.Curve(
                "ppm",
                List.of(1.0, 2.0, 3.0),
                List.of(rate.lowerPpm(), rate.ppm(), rate.upperPpm()),
                Double.NaN)));
  }

  private Outcome<Answer> study() {
    return input
        .table()
        .then(table -> subgroups.measurements(table, input.omits()))
        .then(data -> Spread.method(method).then(way -> study(data, way)));
  }

  private Outcome<Answer> study(ChartData data, String way) {
    CapabilityRequest request =
        new CapabilityRequest(
            new Limits(lsl, usl, middle()),
            way,
            confidence,
            Objects.equals(intervals.toLowerCase(Locale.ROOT), "minitab"),
            distribution,
            lambda,
            center,
            sigma);
    return CapabilityStudy.of(data.rows(), request)
        .map(result ->
            new Answer(
                result, () -> CapabilityDrawing.draw(result, Samples.concatenate(data.rows()))));
  }

  /** The middle of the tolerance stands for a target that is not given, as in R qcc. */
  private double middle() {
    return Double.isNaN(target) ? (lsl + usl) / 2 : target;
  }
}
