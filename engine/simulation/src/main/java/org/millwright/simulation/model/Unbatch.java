// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** Takes a batch apart into the items it was made of. */
public record Unbatch(String id, Routing to) implements ItemElement {

  @Override
  public String type() {
    return "unbatch";
  }
}
