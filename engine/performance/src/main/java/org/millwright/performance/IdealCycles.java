// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.OptionalDouble;

/** The planned run time per item (PRI, ISO 22400-2): how long one item takes at the ideal speed. */
@FunctionalInterface
public interface IdealCycles {

  /**
   * Seconds an item takes on a work unit; empty when nobody has said.
   *
   * @param product empty when unknown
   */
  OptionalDouble seconds(String workUnit, String product);

  /** The same for all work units and products. */
  static IdealCycles always(double seconds) {
    return (workUnit, product) -> OptionalDouble.of(seconds);
  }
}
