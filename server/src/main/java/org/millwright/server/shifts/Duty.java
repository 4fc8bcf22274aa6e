// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.util.Objects;

/** A person on duty at a node and below for a time. */
record Duty(String id, String node, Instant from, Instant to, String person, String note) {

  Duty {
    Objects.requireNonNull(node);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(person);
    note = Objects.requireNonNullElse(note, "");
  }
}
