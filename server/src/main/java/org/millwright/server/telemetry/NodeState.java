// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What anyone may know of an edge node; written by its stage alone. */
final class NodeState {

  private final EdgeNodeId node;
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

  NodeState(EdgeNodeId node) {
    this.node = node;
  }

  EdgeNodeId node() {
    return node;
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
