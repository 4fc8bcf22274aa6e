// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import org.hipparchus.distribution.continuous.TDistribution;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Samples;

/**
 * A bias study of one reference (AIAG MSA 4th ed., independent sample method), which is also a type
 * 1 gauge study when a tolerance is known.
 *
 * @param n readings
 * @param reference the reference value
 * @param mean their mean
 * @param stdDev their standard deviation σr
 * @param bias mean − reference
 * @param standardError σr/√n
 * @param t the bias over its standard error
 * @param df n − 1
 * @param p the two-sided p-value of no bias
 * @param lower the lower confidence limit of the bias
 * @param upper the upper confidence limit
 * @param acceptable whether zero lies between the two
 * @param percentRepeatability σr as a share of the process deviation, when that is known
 * @param percentBias the bias as a share of the tolerance, when that is known
 * @param cg 0.2 tolerance / 6 σr
 * @param cgk (0.1 tolerance − |bias|) / 3 σr
 * @param percentVarRepeatability 20/Cg
 * @param percentVarBias 20/Cgk
 */
public record BiasStudy(
    int n,
    double reference,
    double mean,
    double stdDev,
    double bias,
    double standardError,
    double t,
    int df,
    double p,
    double lower,
    double upper,
    boolean acceptable,
    double percentRepeatability,
    double percentBias,
    double cg,
    double cgk,
    double percentVarRepeatability,
    double percentVarBias) {

  /** Studies readings of one reference. */
  public static Outcome<BiasStudy> of(
      double[] values, double reference, StudyOptions options, double confidence) {
    if (values.length < 2) {
      return Outcome.refuse(
          "QUALITY-TOO-FEW-POINTS", "", "a bias study needs two readings or more.", "");
    }
    double deviation = Samples.deviation(values);
    if (!(deviation > 0)) {
      return Outcome.refuse(
          "QUALITY-CONSTANT-DATA",
          "",
          "all readings are the same, so the bias cannot be tested.",
          "a finer resolution");
    }
    return Outcome.of(study(values, reference, deviation, options, confidence));
  }

  private static BiasStudy study(
      double[] values,
      double reference,
      double deviation,
      StudyOptions options,
      double confidence) {
    int n = values.length;
    double mean = Samples.mean(values);
    double bias = mean - reference;
    double error = deviation / Math.sqrt(n);
    TDistribution student = new TDistribution(n - 1);
    double t = bias / error;
    double reach = student.inverseCumulativeProbability((1 + confidence) / 2) * error;
    double cg = 0.2 * options.tolerance() / (6 * deviation);
    double cgk = (0.1 * options.tolerance() - Math.abs(bias)) / (3 * deviation);
    return new BiasStudy(
        n,
        reference,
        mean,
        deviation,
        bias,
        error,
        t,
        n - 1,
        2 * student.cumulativeProbability(-Math.abs(t)),
        bias - reach,
        bias + reach,
        Math.abs(bias) <= reach,
        100 * deviation / options.processSigma(),
        100 * bias / options.tolerance(),
        cg,
        cgk,
        20 / cg,
        20 / cgk);
  }
}
