// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * Specification limits; not a number where there is none.
 *
 * @param lower the lower limit (LSL)
 * @param upper the upper limit (USL)
 * @param target the target
 */
public record Limits(double lower, double upper, double target) {

  /** Whether there is a lower limit. */
  public boolean hasLower() {
    return !Double.isNaN(lower);
  }

  /** Whether there is an upper limit. */
  public boolean hasUpper() {
    return !Double.isNaN(upper);
  }

  /** Whether both limits are there. */
  public boolean hasBoth() {
    return hasLower() && hasUpper();
  }

  /** Why these are no limits, or null. */
  @Nullable Refusal fault() {
    if (!hasLower() && !hasUpper()) {
      return new Refusal(
          "QUALITY-LIMITS-ABSENT",
          "--lsl, --usl",
          "capability needs at least one specification limit.",
          "");
    }
    if (Double.isInfinite(lower) || Double.isInfinite(upper)) {
      return new Refusal(
          "QUALITY-LIMITS-INFINITE", "--lsl, --usl", "a limit is infinite.", "leave it out");
    }
    if (lower >= upper) {
      return new Refusal(
          "QUALITY-LIMITS-REVERSED",
          "--lsl, --usl",
          "the lower limit " + lower + " is not below the upper limit " + upper + ".",
          "the two swapped");
    }
    return null;
  }
}
