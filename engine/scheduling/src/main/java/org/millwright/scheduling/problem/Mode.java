// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;

/**
 * One way to do an operation.
 *
 * @param machine index in the problem
 * @param duration working ticks it takes there, at least 1
 * @param resources what it holds beside the machine
 */
public record Mode(int machine, int duration, List<ResourceUse> resources) {

  public Mode {
    resources = List.copyOf(resources);
  }

  /** A way that needs nothing but the machine. */
  public static Mode of(int machine, int duration) {
    return new Mode(machine, duration, List.of());
  }
}
