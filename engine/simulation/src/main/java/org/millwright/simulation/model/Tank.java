// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** A vessel with a level, in volume units. */
public record Tank(String id, double capacity, double initial) implements Element {

  @Override
  public String type() {
    return "tank";
  }
}
