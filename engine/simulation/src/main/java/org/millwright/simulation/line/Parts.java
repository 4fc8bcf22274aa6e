// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;

/** The built parts of a line. The nodes come first among the handlers, in the same order. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the inner loop
record Parts(
    Node[] nodes,
    EventHandler[] handlers,
    List<PoolState> pools,
    CardCount[] loops,
    FluidNetwork fluids) {

  static final Parts NONE =
      new Parts(new Node[0], new EventHandler[0], List.of(), new CardCount[0], FluidNetwork.none());

  void restartStatistics(long now) {
    for (Node node : nodes) {
      node.restartStatistics(now);
    }
    for (CardCount loop : loops) {
      loop.used.restart(now);
    }
    pools.forEach(pool -> pool.restartStatistics(now));
    fluids.restartStatistics(now);
  }

  void exchange(Archive archive) {
    for (Node node : nodes) {
      node.exchange(archive);
    }
    for (CardCount loop : loops) {
      loop.exchange(archive);
    }
    pools.forEach(pool -> pool.exchange(archive));
    fluids.exchange(archive);
  }
}
