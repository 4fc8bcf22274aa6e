// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.millwright.model.Refusal;

/**
 * Something that happened in the session of an edge node. {@code at} is the platform's clock, epoch
 * milliseconds; {@code device} is empty where the edge node itself is meant.
 */
public sealed interface SessionEvent {

  EdgeNodeId node();

  long at();

  /**
   * NBIRTH or DBIRTH taken: it is online. {@code metrics} is how many metrics the birth declared.
   */
  record Born(EdgeNodeId node, String device, long at, int metrics, boolean rebirth)
      implements SessionEvent {}

  /**
   * NDEATH or DDEATH taken, or the connection to its broker lost: it is offline, its values STALE.
   */
  record Died(EdgeNodeId node, String device, long at) implements SessionEvent {}

  /**
   * A plain MQTT device was silent for the time set: it is stale, and so are its values. It is
   * online when it is heard again.
   */
  record Silent(EdgeNodeId node, String device, long at) implements SessionEvent {}

  /** Messages are missing: {@code expected} did not come in time, {@code got} did. */
  record SequenceGap(EdgeNodeId node, long at, int expected, int got) implements SessionEvent {}

  /** The node was asked for its births again, with the reason's stable code. */
  record RebirthAsked(EdgeNodeId node, long at, String reason) implements SessionEvent {}

  /**
   * The node's clock is {@code offsetMillis} away from the platform's (beyond the limit), or is
   * right again (0).
   */
  record ClockWrong(EdgeNodeId node, long at, long offsetMillis) implements SessionEvent {}

  /** A message was refused; the session goes on. */
  record MessageRefused(EdgeNodeId node, String device, long at, Refusal refusal)
      implements SessionEvent {}

  /** The edge node's device, empty for the node itself and for events about the node as a whole. */
  default String device() {
    return "";
  }
}
