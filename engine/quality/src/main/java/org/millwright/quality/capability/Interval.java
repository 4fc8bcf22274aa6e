// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

/** A confidence interval; an end is not a number where there is none. */
public record Interval(double lower, double upper) {

  static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
