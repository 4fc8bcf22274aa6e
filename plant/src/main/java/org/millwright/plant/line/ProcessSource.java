// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.jspecify.annotations.Nullable;

/** Makes process models by name. */
@FunctionalInterface
public interface ProcessSource {

  /**
   * A new model.
   *
   * @param name as the archetype gives it
   * @param seed of the whole plant
   * @param machine the machine's full name
   * @param upstream the model of the machine before, null for the first
   */
  ProcessModel create(String name, long seed, String machine, @Nullable ProcessModel upstream);
}
