// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.time.LocalDate;

/**
 * One hour of a line.
 *
 * @param monitored hours of it that were watched, up to 1
 * @param running hours of those the line ran
 */
public record Hour(LocalDate date, int hour, double monitored, double running) {

  /** The share of the watched time the line ran. */
  public double availability() {
    return Math.clamp(running / monitored, 0.0, 1.0);
  }
}
