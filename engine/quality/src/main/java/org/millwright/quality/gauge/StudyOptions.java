// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

/**
 * How a study is judged.
 *
 * @param tolerance the tolerance USL − LSL; not a number for none
 * @param multiplier how many standard deviations make a study variation: 6, or 5.15 in old AIAG
 * @param alpha an interaction with a larger p-value is pooled with the repeatability
 * @param processSigma a known process standard deviation; not a number for none
 */
public record StudyOptions(double tolerance, double multiplier, double alpha, double processSigma) {

  /** 6σ, pooled above 0.05 as Minitab does. */
  public static final StudyOptions DEFAULT = new StudyOptions(Double.NaN, 6, 0.05, Double.NaN);
}
