// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;

/** The volumes a station moves for each job: taken before work, given after it. */
final class TankLinks {

  private final FluidNetwork network;
  private final List<Link> taken;
  private final List<Link> given;

  /** A volume at the tank of an index. */
  record Link(int tank, double volume) {}

  TankLinks(FluidNetwork network, List<Link> taken, List<Link> given) {
    this.network = network;
    this.taken = List.copyOf(taken);
    this.given = List.copyOf(given);
  }

  boolean isLinked() {
    return !taken.isEmpty() || !given.isEmpty();
  }

  /** Takes all volumes at once; when one is lacking takes none and tries again when it is there. */
  boolean take(Node station) {
    return taken.isEmpty() || network.move(taken, -1, station);
  }

  /** Gives all volumes at once; when there is no room tries again when there is. */
  boolean give(Node station) {
    return given.isEmpty() || network.move(given, 1, station);
  }
}
