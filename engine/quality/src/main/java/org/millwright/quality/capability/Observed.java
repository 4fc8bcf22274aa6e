// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

/**
 * Parts found outside the limits.
 *
 * @param below how many below the lower limit
 * @param above how many above the upper limit
 * @param total both
 * @param ppmBelow below, per million
 * @param ppmAbove above, per million
 * @param ppmTotal both, per million
 * @param rate the exact limits of the share outside
 */
public record Observed(
    int below,
    int above,
    int total,
    double ppmBelow,
    double ppmAbove,
    double ppmTotal,
    DefectRate rate) {

  static Observed of(double[] values, Limits limits, double confidence) {
    int below = 0;
    int above = 0;
    for (double value : values) {
      below += value < limits.lower() ? 1 : 0;
      above += value > limits.upper() ? 1 : 0;
    }
    double million = 1e6 / values.length;
    return new Observed(
        below,
        above,
        below + above,
        below * million,
        above * million,
        (below + above) * million,
        DefectRate.of(below + above, values.length, confidence));
  }
}
