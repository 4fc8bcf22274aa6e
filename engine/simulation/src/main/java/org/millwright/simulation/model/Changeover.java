// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;
import java.util.Optional;
import org.millwright.simulation.distribution.Distribution;

/**
 * The time to change from one product to another.
 *
 * @param steps times of particular changes
 * @param otherwise time of any other change of product; none when empty
 */
public record Changeover(List<Step> steps, Optional<Distribution> otherwise) {

  public Changeover {
    steps = List.copyOf(steps);
  }

  /** The time of the change from one product to another. */
  public record Step(String from, String to, Distribution time) {}
}
