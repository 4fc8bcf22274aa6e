// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Samples;

/**
 * A linearity study: bias as a line over the reference (AIAG MSA 4th ed., III.B; Minitab).
 *
 * @param n readings
 * @param slope of bias on reference
 * @param intercept the bias at reference 0
 * @param s the residual standard deviation
 * @param rSquared R², 0 to 1
 * @param slopeSe the slope's standard error
 * @param slopeT its t
 * @param slopeP its p-value
 * @param interceptSe the intercept's standard error
 * @param interceptT its t
 * @param interceptP its p-value
 * @param df n − 2
 * @param linearity |slope| times the process variation, when that is known
 * @param percentLinearity 100 |slope|
 * @param averageBias the mean of all biases
 * @param averageBiasP the p-value of no average bias
 * @param percentBias the average bias as a share of the process variation
 * @param references each reference's bias, with the line and its confidence band
 * @param verdict acceptable when neither slope nor intercept differs from zero at 5 %
 */
public record LinearityStudy(
    int n,
    double slope,
    double intercept,
    double s,
    double rSquared,
    double slopeSe,
    double slopeT,
    double slopeP,
    double interceptSe,
    double interceptT,
    double interceptP,
    int df,
    double linearity,
    double percentLinearity,
    double averageBias,
    double averageBiasP,
    double percentBias,
    List<AtReference> references,
    String verdict) {

  /** The bias at one reference, and the line there with its confidence band. */
  public record AtReference(
      double reference,
      int n,
      double mean,
      double bias,
      double stdDev,
      double t,
      double p,
      double fitted,
      double lower,
      double upper) {}

  /** Studies readings with their references. */
  public static Outcome<LinearityStudy> of(
      double[] values, double[] references, StudyOptions options, double confidence) {
    int n = values.length;
    double spread = Samples.squares(references);
    if (n < 3 || !(spread > 0)) {
      return Outcome.refuse(
          "QUALITY-LINEARITY-REFERENCES",
          "--reference",
          "a line needs three readings of two references or more.",
          "the bias study, for one reference");
    }
    double[] bias = new double[n];
    for (int i = 0; i < n; i++) {
      bias[i] = values[i] - references[i];
    }
    return Outcome.of(new Line(bias, references, spread).study(values, options, confidence));
  }

  /** A least squares line. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Line(double[] y, double[] x, double spread) {

    double slope() {
      double mx = Samples.mean(x);
      double my = Samples.mean(y);
      double cross = 0;
      for (int i = 0; i < x.length; i++) {
        cross += (x[i] - mx) * (y[i] - my);
      }
      return cross / spread;
    }

    LinearityStudy study(double[] values, StudyOptions options, double confidence) {
      int n = x.length;
      double slope = slope();
      double intercept = Samples.mean(y) - slope * Samples.mean(x);
      double residual = 0;
      for (int i = 0; i < n; i++) {
        residual += Math.pow(y[i] - intercept - slope * x[i], 2);
      }
      double s = Math.sqrt(residual / (n - 2));
      double slopeSe = s / Math.sqrt(spread);
      double interceptSe = s * Math.sqrt(1.0 / n + Math.pow(Samples.mean(x), 2) / spread);
      TDistribution student = new TDistribution(n - 2);
      double slopeP = twoSided(student, slope / slopeSe);
      double interceptP = twoSided(student, intercept / interceptSe);
      double average = Samples.mean(y);
      double averageP =
          twoSided(new TDistribution(n - 1), average / (Samples.deviation(y) / Math.sqrt(n)));
      double variation = options.multiplier() * options.processSigma();
      double t = student.inverseCumulativeProbability((1 + confidence) / 2);
      return new LinearityStudy(
          n,
          slope,
          intercept,
          s,
          1 - residual / Samples.squares(y),
          slopeSe,
          slope / slopeSe,
          slopeP,
          interceptSe,
          intercept / interceptSe,
          interceptP,
          n - 2,
          Math.abs(slope) * variation,
          100 * Math.abs(slope),
          average,
          averageP,
          100 * Math.abs(average) / variation,
          atReferences(values, slope, intercept, t * s),
          slopeP > 0.05 && interceptP > 0.05 ? "acceptable" : "not acceptable");
    }

    private List<AtReference> atReferences(
        double[] values, double slope, double intercept, double reach) {
      Map<Double, List<Double>> groups = new LinkedHashMap<>();
      for (int i = 0; i < x.length; i++) {
        groups.computeIfAbsent(x[i], r -> new ArrayList<>()).add(values[i]);
      }
      List<AtReference> list = new ArrayList<>();
      groups.forEach((reference, readings) -> {
        double[] own = Samples.array(readings);
        double deviation = Samples.deviation(own);
        double bias = Samples.mean(own) - reference;
        double t = bias / (deviation / Math.sqrt(own.length));
        double p = own.length > 1 ? twoSided(new TDistribution(own.length - 1), t) : Double.NaN;
        double fitted = intercept + slope * reference;
        double leverage = 1.0 / x.length + Math.pow(reference - Samples.mean(x), 2) / spread;
        double band = reach * Math.sqrt(leverage);
        list.add(
            new AtReference(
                reference,
                own.length,
                Samples.mean(own),
                bias,
                deviation,
                t,
                p,
                fitted,
                fitted - band,
                fitted + band));
      });
      return list;
    }

    private static double twoSided(TDistribution student, double t) {
      return Double.isFinite(t) ? 2 * student.cumulativeProbability(-Math.abs(t)) : Double.NaN;
    }
  }
}
