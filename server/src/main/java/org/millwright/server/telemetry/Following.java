// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import java.util.Map;

/**
 * Which work units each edge node feeds; replaced as a whole when the equipment changes.
 *
 * @param units by edge node
 */
record Following(Map<EdgeNodeId, List<Followed>> units) {

  static final Following NOTHING = new Following(Map.of());

  Following {
    units = Map.copyOf(units);
  }

  List<Followed> of(EdgeNodeId node) {
    return units.getOrDefault(node, List.of());
  }
}
