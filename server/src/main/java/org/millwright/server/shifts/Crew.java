// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.util.List;
import java.util.Objects;

/**
 * The people of a crew.
 *
 * @param name as patterns name it
 * @param node where it works, and below
 */
record Crew(String id, String node, String name, List<String> members) {
  Crew {
    Objects.requireNonNull(node);
    Objects.requireNonNull(name);
    Objects.requireNonNull(members);
    members = List.copyOf(members);
  }
}
