// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import org.millwright.simulation.kernel.Archive;

/** Draws values from one distribution by one random stream. */
@FunctionalInterface
public interface Sampler {

  /** The next value. */
  double next();

  /** Writes what the sampler remembers between values, or takes it back; most remember nothing. */
  default void exchange(Archive archive) {}
}
