// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

/**
 * Planned run time per item (ISO 22400 PRI) of a product on a work unit, or on every unit below a
 * line.
 *
 * @param node path of the work unit or of a node above it
 * @param product code, or {@link #ANY_PRODUCT}
 * @param seconds greater than 0
 */
public record IdealCycle(String node, String product, double seconds) {

  /** Holds for every product without a cycle time of its own. */
  public static final String ANY_PRODUCT = "*";
}
