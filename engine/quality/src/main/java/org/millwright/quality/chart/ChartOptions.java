// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.Map;
import org.millwright.quality.rules.RuleSet;

/**
 * How a chart is computed.
 *
 * @param sigmas the distance of the control limits in standard deviations, usually 3
 * @param rules the run rules
 * @param given known standards, in place of estimates
 * @param phase which points the limits are estimated from
 * @param method how σ is estimated; empty for the chart's own default, see {@link Spread}
 * @param variant the chart's variant, empty for its default
 * @param memory the parameters of charts that remember
 */
public record ChartOptions(
    double sigmas,
    RuleSet rules,
    Standards given,
    Phase phase,
    String method,
    String variant,
    Memory memory) {

  /** Known standards; not a number where a value is to be estimated. */
  public record Standards(double center, double sigma) {

    /** Nothing is known. */
    public static final Standards NONE = new Standards(Double.NaN, Double.NaN);

    boolean knowsCenter() {
      return !Double.isNaN(center);
    }

    boolean knowsSigma() {
      return !Double.isNaN(sigma);
    }
  }

  /**
   * Which points are phase I, the reference the limits come from.
   *
   * @param baseline the first so many points are; 0 for all
   * @param excluded points (from 0) left out of the estimate, with the reason
   * @param automatic whether to leave out points beyond the limits until none is left
   */
  public record Phase(int baseline, Map<Integer, String> excluded, boolean automatic) {

    /** All points. */
    public static final Phase ALL = new Phase(0, Map.of(), false);

    public Phase {
      excluded = Map.copyOf(excluded);
    }
  }

  /**
   * Parameters of charts that remember.
   *
   * @param lambda the weight of the newest point in EWMA and MEWMA, 0 &lt; λ ≤ 1
   * @param k the CUSUM's reference value in standard errors
   * @param h the CUSUM's decision interval in standard errors, or MEWMA's limit; not a number for
   *     the default
   * @param headStart the CUSUM's head start as a share of the decision interval
   * @param span the points of a moving range or moving average
   * @param steady whether EWMA limits are the asymptotic ones
   */
  public record Memory(
      double lambda, double k, double h, double headStart, int span, boolean steady) {

    /** λ 0.2, k 0.5, h 5, no head start: the defaults of R qcc. */
    public static final Memory DEFAULT = new Memory(0.2, 0.5, Double.NaN, 0, 0, false);

    /** The span, or a default where none is chosen. */
    int spanOr(int usual) {
      return span == 0 ? usual : span;
    }

    /** The decision interval, or a default where none is chosen. */
    double hOr(double usual) {
      return Double.isNaN(h) ? usual : h;
    }
  }

  /** Three sigma, limits only, everything estimated from all points. */
  public static ChartOptions defaults() {
    return new ChartOptions(3, RuleSet.LIMITS, Standards.NONE, Phase.ALL, "", "", Memory.DEFAULT);
  }

  /** With other rules. */
  public ChartOptions withRules(RuleSet other) {
    return new ChartOptions(sigmas, other, given, phase, method, variant, memory);
  }

  /** With known standards. */
  public ChartOptions withGiven(Standards other) {
    return new ChartOptions(sigmas, rules, other, phase, method, variant, memory);
  }

  /** With another reference. */
  public ChartOptions withPhase(Phase other) {
    return new ChartOptions(sigmas, rules, given, other, method, variant, memory);
  }

  /** With another way of estimating σ. */
  public ChartOptions withMethod(String other) {
    return new ChartOptions(sigmas, rules, given, phase, other, variant, memory);
  }

  /** With another variant. */
  public ChartOptions withVariant(String other) {
    return new ChartOptions(sigmas, rules, given, phase, method, other, memory);
  }

  /** With other memory. */
  public ChartOptions withMemory(Memory other) {
    return new ChartOptions(sigmas, rules, given, phase, method, variant, other);
  }

  /** With limits at another distance. */
  public ChartOptions withSigmas(double other) {
    return new ChartOptions(other, rules, given, phase, method, variant, memory);
  }
}
