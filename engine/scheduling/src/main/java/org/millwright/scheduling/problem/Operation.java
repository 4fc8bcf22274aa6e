// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a job.
 *
 * @param id name in the input, unique in its job
 * @param family what setups and furnaces go by, -1 for none
 * @param modes the able machines
 * @param mayPause whether it may stop for a break of its machine and go on after it
 * @param earliest first tick it may start
 * @param size room it takes in a furnace, at least 1
 * @param materials what it consumes
 * @param lock the place it must keep, if any
 */
public record Operation(
    String id,
    int family,
    List<Mode> modes,
    boolean mayPause,
    int earliest,
    int size,
    List<MaterialUse> materials,
    @Nullable Lock lock) {

  public Operation {
    modes = List.copyOf(modes);
    materials = List.copyOf(materials);
  }

  /** A step without anything special about it. */
  public static Operation of(String id, int family, List<Mode> modes) {
    return new Operation(id, family, modes, false, 0, 1, List.of(), null);
  }

  /** The same step, kept in its place. */
  public Operation withLock(@Nullable Lock place) {
    return new Operation(id, family, modes, mayPause, earliest, size, materials, place);
  }

  /** The same step with other able machines. */
  public Operation withModes(List<Mode> others) {
    return new Operation(id, family, others, mayPause, earliest, size, materials, lock);
  }

  /** The same step, not before a tick. */
  public Operation withEarliest(int tick) {
    return new Operation(id, family, modes, mayPause, tick, size, materials, lock);
  }
}
