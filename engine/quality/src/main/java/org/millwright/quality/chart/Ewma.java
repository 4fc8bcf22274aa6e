// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

/** The exponentially weighted moving average and its variance, a mean at a time. */
final class Ewma {

  private final double lambda;
  private double value;
  private double variance;

  Ewma(double lambda, double start) {
    this.lambda = lambda;
    this.value = start;
  }

  /** Takes a mean of the given variance. */
  void accept(double mean, double meanVariance) {
    value = lambda * mean + (1 - lambda) * value;
    variance = lambda * lambda * meanVariance + (1 - lambda) * (1 - lambda) * variance;
  }

  double value() {
    return value;
  }

  /** The exact standard deviation so far. */
  double deviation() {
    return Math.sqrt(variance);
  }
}
