// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.Objects;

/**
 * Who speaks for a work unit.
 *
 * @param source the connection, such as {@code embedded}
 * @param edgeNode Sparkplug {@code group/node}, or the name a mapping rule gives
 * @param device Sparkplug device; empty when the edge node itself is the machine
 */
public record DeviceAddress(String source, String edgeNode, String device) {

  /** The connection that is always there. */
  public static final String EMBEDDED = "embedded";

  public DeviceAddress {
    Objects.requireNonNull(source);
    Objects.requireNonNull(edgeNode);
    Objects.requireNonNull(device);
  }
}
