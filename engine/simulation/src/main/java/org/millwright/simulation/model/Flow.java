// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;
import java.util.Optional;

/**
 * A continuous machine: it moves fluid at up to a rate, slower when its tank runs dry or the next
 * is full.
 *
 * @param from the tank it draws from; empty for an endless supply
 * @param into the tank it fills; empty for an endless outlet
 * @param rate volume per time unit
 */
public record Flow(
    String id,
    Optional<String> from,
    Optional<String> into,
    double rate,
    List<Interruption> interruptions)
    implements Element {

  public Flow {
    interruptions = List.copyOf(interruptions);
  }

  @Override
  public String type() {
    return "flow";
  }
}
