// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.RunPlan;

/** Checks the times given on the command line against each other and against the model. */
final class OptionCheck {

  private OptionCheck() {}

  /** The faults of the options, none when all is well. */
  static List<Refusal> faults(
      RunPlan plan, @Nullable Double horizon, @Nullable String warmup, @Nullable Double halfWidth) {
    List<Refusal> faults = new ArrayList<>();
    double end = horizon == null ? plan.horizon() : horizon;
    if (!(end > 0) || Double.isInfinite(end)) {
      faults.add(Refusal.of("SIM-RANGE", "--horizon", "%s is not above zero.".formatted(end)));
    }
    double start = warmup == null ? plan.warmup().orElse(0) : warmup(warmup).orElse(0);
    if (Double.isNaN(start) || start < 0 || start >= end) {
      faults.add(
          Refusal.of(
              "SIM-RANGE",
              "--warmup",
              "%s is not a time between 0 and the horizon %s."
                  .formatted(warmup == null ? start : warmup, end)));
    }
    if (halfWidth != null && !(halfWidth > 0)) {
      faults.add(
          Refusal.of("SIM-RANGE", "--half-width", "%s is not above zero.".formatted(halfWidth)));
    }
    return faults;
  }

  /** The time of a warm-up option: empty for "auto", not a number when it is none. */
  static OptionalDouble warmup(String option) {
    if ("auto".equals(option)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(option));
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.of(Double.NaN);
    }
  }
}
