// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker listens.
 *
 * @param host name or address
 * @param port TCP port
 * @param tls whether to speak TLS
 * @param authority PEM file of the certificates to trust instead of the JDK's, or null
 */
public record BrokerAddress(String host, int port, boolean tls, @Nullable Path authority) {

  /** A broker without TLS. */
  public static BrokerAddress plain(String host, int port) {
    return new BrokerAddress(host, port, false, null);
  }
}
