// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.time.LocalDate;
import java.util.List;
import org.millwright.simulation.history.LifeData;

/**
 * The stops of one day.
 *
 * @param runs seconds from the end of a stop to the start of the next, within watched hours; runs
 *     that reach out of them are cut off
 * @param stops seconds each stop lasted
 */
public record Day(LocalDate date, LifeData runs, List<Double> stops) {

  public Day {
    stops = List.copyOf(stops);
  }
}
