// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/**
 * An edge node as the platform knows it; for plain MQTT the topic's sender.
 *
 * @param source the connection it speaks through
 * @param edgeNode Sparkplug {@code group/node}
 */
public record EdgeNodeId(String source, String edgeNode) {

  @Override
  public String toString() {
    return source + '/' + edgeNode;
  }
}
