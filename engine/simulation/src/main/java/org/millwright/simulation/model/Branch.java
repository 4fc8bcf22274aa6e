// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** A fork without duration; holds one item while its way is closed. */
public record Branch(String id, Routing to) implements ItemElement {

  @Override
  public String type() {
    return "branch";
  }
}
