// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What anyone may know of an edge node; written by its stage alone. */
final class NodeState {

  private final EdgeNodeId node;
  private final boolean plain;
  final Map<String, RawMessage> lastMessages = new ConcurrentHashMap<>();
  volatile boolean online;
  volatile long since;
  volatile long lastMessageAt;
  volatile long messages;
  volatile long metrics;
  volatile long births;
  volatile long gaps;
  volatile long rebirthsAsked;
  volatile long refused;
  volatile long clockOffset;

  NodeState(EdgeNodeId node, boolean plain) {
    this.node = node;
    this.plain = plain;
  }

  EdgeNodeId node() {
    return node;
  }

  /** Whether it speaks plain MQTT. */
  boolean plain() {
    return plain;
  }

  Sessions.Activity activity() {
    return new Sessions.Activity(
        node,
        online,
        since,
        lastMessageAt,
        messages,
        metrics,
        births,
        gaps,
        rebirthsAsked,
        refused,
        clockOffset);
  }
}
