// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.PhysicsSpec.ToolSpec;

/** A tool, or a set of rolls, that wears with each unit until it must be changed. */
final class Tool {

  private final @Nullable ToolSpec spec;
  private final Draws draws;
  private double life;
  private double used;
  private int number = 1;

  Tool(@Nullable ToolSpec spec, Draws draws) {
    this.spec = spec;
    this.draws = draws;
    renew();
    used = spec == null ? 0 : draws.uniform() * life;
  }

  /** Share of its life used up, 0 for a new tool, 1 when it must be changed. */
  double wear() {
    return spec == null ? 0 : used / life;
  }

  /** Which tool of the magazine is in, 1 to 12. */
  int number() {
    return number;
  }

  /** Wears with finished units; gives the stop for its change when that is due. */
  @Nullable StopCause use(long units) {
    if (spec == null) {
      return null;
    }
    used += units;
    if (used < life) {
      return null;
    }
    renew();
    number = number % 12 + 1;
    double seconds = spec.changeMinutes() * 60 * (0.8 + 0.4 * draws.uniform());
    return new StopCause(spec.reason(), StopCause.Kind.MINOR, seconds);
  }

  private void renew() {
    used = 0;
    life =
        spec == null
            ? 1
            : Math.max(1, spec.lifeUnits() * Math.max(0.3, 1 + draws.gaussian(spec.spread())));
  }
}
