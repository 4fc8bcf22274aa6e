// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.List;

/**
 * The price of electricity over time.
 *
 * @param steps in ascending order of time; before the first the price is 0
 */
public record Tariff(List<Step> steps) {

  /** No price. */
  public static final Tariff NONE = new Tariff(List.of());

  /**
   * A price from a tick on.
   *
   * @param from tick
   * @param price money for a kilowatt-hour, at least 0
   */
  public record Step(int from, double price) {}

  public Tariff {
    steps = List.copyOf(steps);
  }
}
