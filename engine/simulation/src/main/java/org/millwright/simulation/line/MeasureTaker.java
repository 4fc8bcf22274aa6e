// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** Takes the measures of a line one by one, always in the same order for the same model. */
@FunctionalInterface
public interface MeasureTaker {

  /**
   * Takes one measure.
   *
   * @param section {@code system}, {@code elements}, {@code pools} or {@code loops}
   * @param id of the element; empty for the system
   * @param measure its name
   * @param value NaN when the run had nothing to measure it by
   */
  void take(String section, String id, String measure, double value);
}
