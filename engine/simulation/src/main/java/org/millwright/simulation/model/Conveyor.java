// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/**
 * A belt that carries items at an even speed.
 *
 * @param capacity items it holds when they stand end to end
 * @param transit time from one end to the other
 * @param accumulating whether items close up behind one that cannot leave; otherwise the belt stops
 */
public record Conveyor(String id, int capacity, double transit, boolean accumulating, Routing to)
    implements ItemElement {

  @Override
  public String type() {
    return "conveyor";
  }
}
