// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

/**
 * The limits of one smoothing.
 *
 * @param lambda the weight of the newest sample
 * @param t2Limit the limit of T²
 * @param speLimit the limit of SPE, the squared prediction error
 */
public record Detector(double lambda, double t2Limit, double speLimit) {

  /** How far the statistics of a smoothed sample reach towards the limits; above 1 alarms. */
  double reach(double t2, double spe) {
    return Math.max(t2 / t2Limit, spe / speLimit);
  }
}
