// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A capability study.
 *
 * @param definition whose definitions the indices and intervals follow
 * @param n how many values
 * @param subgroups how many subgroups
 * @param mean the mean, or the chart's centre
 * @param min the least value
 * @param max the greatest value
 * @param median the median
 * @param lsl the lower limit
 * @param usl the upper limit
 * @param target the target
 * @param sigmaWithin the short-term standard deviation
 * @param sigmaDefinition whose it is
 * @param sigmaOverall the standard deviation of all values
 * @param cp (USL − LSL)/6σ within
 * @param cpl (mean − LSL)/3σ within
 * @param cpu (USL − mean)/3σ within
 * @param cpk the smaller of the two
 * @param cpm with σ within, about the target (qcc)
 * @param pp as cp, overall
 * @param ppl as cpl, overall
 * @param ppu as cpu, overall
 * @param ppk as cpk, overall
 * @param cpmOverall about the target with the overall deviation (Minitab)
 * @param cpmFreedom (USL − LSL)/(6 √(Σ(x − T)²/n)), Taguchi's
 * @param k how far the mean is off the middle, as a share of half the tolerance
 * @param confidence the confidence of the intervals
 * @param intervals the interval of each index by its key
 * @param observed parts found outside
 * @param expectedWithin parts expected outside with σ within
 * @param expectedOverall parts expected outside with the overall σ
 * @param normality tests of normality
 * @param nonNormal the study by a fitted distribution or a transformation, when asked for
 * @param fits how well each distribution fits, best first, when asked for
 */
public record Capability(
    String definition,
    int n,
    int subgroups,
    double mean,
    double min,
    double max,
    double median,
    double lsl,
    double usl,
    double target,
    double sigmaWithin,
    String sigmaDefinition,
    double sigmaOverall,
    double cp,
    double cpl,
    double cpu,
    double cpk,
    double cpm,
    double pp,
    double ppl,
    double ppu,
    double ppk,
    double cpmOverall,
    double cpmFreedom,
    double k,
    double confidence,
    Map<String, Interval> intervals,
    Observed observed,
    Expected expectedWithin,
    Expected expectedOverall,
    Normality normality,
    @Nullable NonNormal nonNormal,
    List<Fit> fits) {

  /** How well a distribution fits. */
  public record Fit(
      String distribution,
      Map<String, Double> parameters,
      double logLikelihood,
      double aic,
      double andersonDarling) {}

  /**
   * A study by percentiles of a distribution (ISO 22514-2; Minitab's ISO method) or on a
   * transformed scale.
   *
   * @param method the distribution, box-cox or johnson
   * @param parameters the distribution's or the transformation's parameters
   * @param p00135 the 0.135 % percentile
   * @param p50 the median
   * @param p99865 the 99.865 % percentile
   * @param pp the tolerance over the percentiles' distance, or Pp of the transformed values
   * @param ppl the lower index
   * @param ppu the upper index
   * @param ppk the smaller of the two
   * @param cp with σ within on the transformed scale; not a number for distributions
   * @param cpk the same
   * @param mean the mean on the transformed scale
   * @param sigmaWithin σ within on the transformed scale
   * @param sigmaOverall σ overall on the transformed scale
   * @param expected parts expected outside
   * @param normality tests of the transformed values; null for distributions
   */
  public record NonNormal(
      String method,
      Map<String, Double> parameters,
      double p00135,
      double p50,
      double p99865,
      double pp,
      double ppl,
      double ppu,
      double ppk,
      double cp,
      double cpk,
      double mean,
      double sigmaWithin,
      double sigmaOverall,
      Expected expected,
      @Nullable Normality normality) {}
}
