// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Optional;

/**
 * Collects items and passes them on as one.
 *
 * @param product of the batch; empty to keep that of the first item
 */
public record Batch(String id, int size, Optional<String> product, Routing to)
    implements ItemElement {

  @Override
  public String type() {
    return "batch";
  }
}
