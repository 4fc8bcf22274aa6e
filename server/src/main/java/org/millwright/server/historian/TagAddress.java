// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.Objects;

/**
 * Where a measured value comes from.
 *
 * @param source the connection that brought it, such as {@code embedded}
 * @param edgeNode Sparkplug {@code group/node}; for plain MQTT the name the mapping rule gives
 * @param device Sparkplug device, empty for the edge node's own metrics
 * @param metric full metric name, may contain slashes
 */
public record TagAddress(String source, String edgeNode, String device, String metric) {

  public TagAddress {
    Objects.requireNonNull(source);
    Objects.requireNonNull(edgeNode);
    Objects.requireNonNull(device);
    Objects.requireNonNull(metric);
  }

  /**
   * One line for people and searches: the parts separated by {@code /}, an empty device left out.
   */
  @Override
  public String toString() {
    return source + '/' + edgeNode + '/' + (device.isEmpty() ? "" : device + '/') + metric;
  }
}
