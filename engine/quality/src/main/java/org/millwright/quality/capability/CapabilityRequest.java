// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

/**
 * What a capability study is asked to do.
 *
 * @param limits the specification
 * @param method how σ within is estimated, see {@link org.millwright.quality.chart.Spread}; empty
 *     for R̄/d2 up to 10 values a subgroup, s̄/c4 above, and moving ranges for single values
 * @param confidence the confidence of intervals
 * @param minitab whether intervals use σ's effective degrees of freedom (Minitab) in place of n − 1
 *     (R qcc)
 * @param distribution the distribution to study by: a key, {@code best}, {@code box-cox}, {@code
 *     johnson}, or empty for the normal one only
 * @param lambda Box–Cox λ; not a number to estimate it
 * @param center a known centre; not a number for the mean
 * @param sigma a known σ within; not a number to estimate it
 */
public record CapabilityRequest(
    Limits limits,
    String method,
    double confidence,
    boolean minitab,
    String distribution,
    double lambda,
    double center,
    double sigma) {

  /** 95 % intervals as qcc computes them, normal. */
  public static CapabilityRequest of(Limits limits) {
    return new CapabilityRequest(limits, "", 0.95, false, "", Double.NaN, Double.NaN, Double.NaN);
  }

  /** With a distribution or transformation. */
  public CapabilityRequest withDistribution(String name) {
    return new CapabilityRequest(limits, method, confidence, minitab, name, lambda, center, sigma);
  }

  /** With a known centre and σ, such as a chart's. */
  public CapabilityRequest withStandards(double knownCenter, double knownSigma) {
    return new CapabilityRequest(
        limits, method, confidence, minitab, distribution, lambda, knownCenter, knownSigma);
  }
}
