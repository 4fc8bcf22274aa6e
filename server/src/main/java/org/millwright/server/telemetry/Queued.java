// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/**
 * A message on its way to the stage.
 *
 * @param replay it comes from the journal
 * @param sealed its samples are in the historian's files already: only what it declares counts
 */
record Queued(Route route, RawMessage message, long position, boolean replay, boolean sealed) {

  int partition(int count) {
    return Math.floorMod(route.node().hashCode(), count);
  }
}
