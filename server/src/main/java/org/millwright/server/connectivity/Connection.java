// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.List;

/**
 * An external broker the platform connects to.
 *
 * @param name the source of its messages
 * @param username empty: none
 * @param password empty: none; never given out again
 * @param clientId unique at the broker
 * @param filters topic filters of plain MQTT to subscribe to besides Sparkplug's
 */
record Connection(
    String name,
    String host,
    int port,
    boolean tls,
    String username,
    String password,
    String clientId,
    List<String> filters,
    boolean enabled) {

  Connection {
    filters = List.copyOf(filters);
  }

  Connection withPassword(String other) {
    return new Connection(name, host, port, tls, username, other, clientId, filters, enabled);
  }

  /** Without its password. */
  @Override
  public String toString() {
    return (tls ? "mqtts://" : "mqtt://") + host + ":" + port + " as " + username + " " + filters;
  }
}
