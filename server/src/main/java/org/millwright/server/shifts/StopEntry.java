// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.util.Objects;

/** Planned downtime of a node and all below it. */
record StopEntry(String id, String node, Instant from, Instant to, String reason, String note) {

  StopEntry {
    Objects.requireNonNull(node);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(reason);
    note = Objects.requireNonNullElse(note, "");
  }
}
