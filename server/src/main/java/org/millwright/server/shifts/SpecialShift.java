// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A shift as it really was or will be, such as overtime or one from a plant's log. On its date it
 * replaces what the pattern says for the node and all below.
 */
public record SpecialShift(
    String id,
    String node,
    LocalDate businessDate,
    String shift,
    String crew,
    Instant from,
    Instant to) {

  public SpecialShift {
    Objects.requireNonNull(node);
    Objects.requireNonNull(businessDate);
    Objects.requireNonNull(shift);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    crew = Objects.requireNonNullElse(crew, "");
  }
}
