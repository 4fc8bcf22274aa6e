// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

/** A distribution with a density on the positive numbers: one that can be fitted to history. */
public sealed interface ContinuousDistribution extends Distribution
    permits Exponential, Gamma, LogLogistic, Lognormal, Weibull {

  /** The name used in model files. */
  String family();

  /** The number of parameters, for the information criterion. */
  int parameters();

  /** The logarithm of the density at a positive value. */
  double logDensity(double value);

  /** The probability of a value up to and including this one. */
  double cumulative(double value);

  @Override
  default double lowest() {
    return 0;
  }
}
