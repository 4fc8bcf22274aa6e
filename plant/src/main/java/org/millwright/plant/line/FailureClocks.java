// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.PhysicsSpec.FailureSpec;
import org.millwright.plant.archetype.PhysicsSpec.Shape;

/** When a machine fails next: one clock per way to fail, which runs while the machine runs. */
final class FailureClocks {

  private final List<FailureSpec> failures;
  private final Draws draws;
  private final double[] remainingSeconds;

  FailureClocks(List<FailureSpec> failures, Draws draws) {
    this.failures = failures;
    this.draws = draws;
    remainingSeconds = new double[failures.size()];
    for (int i = 0; i < remainingSeconds.length; i++) {
      remainingSeconds[i] = draws.exponential(failures.get(i).mtbfMinutes() * 60);
    }
  }

  /** Running seconds until the next failure. */
  double secondsUntilNext() {
    double next = Double.POSITIVE_INFINITY;
    for (double remaining : remainingSeconds) {
      next = Math.min(next, remaining);
    }
    return next;
  }

  /** Lets running time pass; gives the stop that is due, if one is. */
  @Nullable StopCause run(double seconds) {
    StopCause due = null;
    for (int i = 0; i < remainingSeconds.length; i++) {
      remainingSeconds[i] -= seconds;
      if (due == null && remainingSeconds[i] <= 1e-9) {
        FailureSpec failure = failures.get(i);
        remainingSeconds[i] = draws.exponential(failure.mtbfMinutes() * 60);
        due = new StopCause(failure.reason(), kind(failure), repairSeconds(failure));
      }
    }
    return due;
  }

  private static StopCause.Kind kind(FailureSpec failure) {
    return switch (failure.kind()) {
      case breakdown -> StopCause.Kind.BREAKDOWN;
      case minor -> StopCause.Kind.MINOR;
    };
  }

  private double repairSeconds(FailureSpec failure) {
    double mean = failure.mttrMinutes() * 60;
    return failure.shape() == Shape.lognormal ? draws.lognormal(mean) : draws.exponential(mean);
  }
}
