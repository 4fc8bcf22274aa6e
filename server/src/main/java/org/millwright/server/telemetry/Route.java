// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.jspecify.annotations.Nullable;
import org.millwright.sparkplug.Topic;

/**
 * Where messages of one topic go: parsed once for each topic, not for each message.
 *
 * @param node the key of the stage
 * @param edge the topic by Sparkplug's rules, null for anything else
 * @param lost whether it is the platform's note that the node is lost
 */
record Route(EdgeNodeId node, Topic.@Nullable Edge edge, boolean lost) {

  /**
   * Stands for the edge node of all plain MQTT of a source: only the mapping rules know which nodes
   * the values belong to, and one node may be filled from many topics.
   */
  static final String PLAIN = "mqtt";

  static Route of(String source, String topic) {
    if (topic.startsWith(RawMessage.LOST)) {
      return new Route(
          new EdgeNodeId(source, topic.substring(RawMessage.LOST.length())), null, true);
    }
    if (topic.startsWith(RawMessage.SPARKPLUG)
        && Topic.parse(topic).orNull() instanceof Topic.Edge edge) {
      return new Route(new EdgeNodeId(source, edge.nodeId()), edge, false);
    }
    return new Route(new EdgeNodeId(source, PLAIN), null, false);
  }
}
