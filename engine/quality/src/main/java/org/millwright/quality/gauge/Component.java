// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

/**
 * One source of variation.
 *
 * @param source its name
 * @param variance its variance
 * @param percentContribution its share of the total variance
 * @param stdDev its standard deviation
 * @param studyVariation its standard deviation times the multiplier
 * @param percentStudyVariation its share of the total standard deviation
 * @param percentTolerance its study variation as a share of the tolerance; not a number without
 * @param percentProcess its share of the known process deviation; not a number without
 */
public record Component(
    String source,
    double variance,
    double percentContribution,
    double stdDev,
    double studyVariation,
    double percentStudyVariation,
    double percentTolerance,
    double percentProcess) {

  static Component of(String source, double variance, double total, StudyOptions options) {
    double deviation = Math.sqrt(variance);
    double study = deviation * options.multiplier();
    return new Component(
        source,
        variance,
        100 * variance / total,
        deviation,
        study,
        100 * deviation / Math.sqrt(total),
        100 * study / options.tolerance(),
        100 * deviation / options.processSigma());
  }
}
