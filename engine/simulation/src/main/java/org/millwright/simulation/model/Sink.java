// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;

/**
 * Where items leave the line.
 *
 * @param thresholds lead times for which the share of longer ones is reported, in time units
 * @param scrap whether what arrives counts as lost rather than as made
 */
public record Sink(String id, List<Double> thresholds, boolean scrap) implements ItemElement {

  public Sink {
    thresholds = List.copyOf(thresholds);
  }

  @Override
  public Routing to() {
    return Routing.NOWHERE;
  }

  @Override
  public String type() {
    return "sink";
  }
}
