// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Instant;

/**
 * Who may connect to the embedded broker, without the password.
 *
 * @param group Sparkplug group of an edge node, empty for a plain device
 * @param node Sparkplug edge node, empty for a plain device
 * @param topics filter a plain device may publish to, empty for an edge node
 */
record Credential(
    String username, Kind kind, String group, String node, String topics, Instant createdAt) {

  /** What speaks. */
  enum Kind {
    SPARKPLUG,
    PLAIN
  }

  /** Where it may publish, for people to read. */
  String mayPublish() {
    return kind == Kind.PLAIN ? topics : "spBv1.0/" + group + "/+/" + node + "/#";
  }

  Rights rights() {
    TopicPattern pattern = kind == Kind.PLAIN ? TopicPattern.parse(topics) : null;
    return pattern != null ? new Rights.Plain(pattern) : Rights.EdgeNode.of(group, node);
  }
}
