// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

/**
 * Items a machine made in a span of time.
 *
 * @param good items that were accepted
 * @param rejected items that were not
 */
public record Count(
    String machine, String product, double start, double end, double good, double rejected) {

  public double total() {
    return good + rejected;
  }
}
