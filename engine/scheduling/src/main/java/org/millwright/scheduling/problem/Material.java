// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;

/**
 * A material that operations consume when they start.
 *
 * @param id name in the input
 * @param stock on hand at tick 0, at least 0
 * @param receipts what arrives later, in order of time
 */
public record Material(String id, long stock, List<Receipt> receipts) {

  /**
   * An arrival.
   *
   * @param at tick from which it can be used
   * @param quantity at least 1
   */
  public record Receipt(int at, long quantity) {}

  public Material {
    receipts = List.copyOf(receipts);
  }
}
