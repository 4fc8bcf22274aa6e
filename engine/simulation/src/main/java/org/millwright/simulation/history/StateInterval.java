// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import org.millwright.simulation.model.LineState;

/**
 * A span of time a machine was in one state.
 *
 * @param product made at the time, empty when not known
 * @param start in seconds
 * @param end in seconds
 * @param line of the file it came from
 */
public record StateInterval(
    String machine, LineState state, String product, double start, double end, int line) {

  /** Its length in seconds. */
  public double duration() {
    return end - start;
  }
}
