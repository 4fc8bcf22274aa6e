// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who is behind each connection of the embedded broker. Keyed by connection, not by client id: a
 * client that reconnects is authenticated before the end of its old connection is told.
 */
final class OpenConnections {

  private static final String ATTRIBUTE = "millwright.connection";

  private record Open(String client, Credential credential) {}

  private final AtomicLong last = new AtomicLong();
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  void authenticated(ClientBasedInput client, Credential credential) {
    String number = Long.toString(last.incrementAndGet());
    client.getConnectionInformation().getConnectionAttributeStore().putAsString(ATTRIBUTE, number);
    open.put(number, new Open(client.getClientInformation().getClientId(), credential));
  }

  Optional<Credential> of(ClientBasedInput client) {
    return number(client).map(open::get).map(Open::credential);
  }

  void closed(ClientBasedInput client) {
    number(client).ifPresent(open::remove);
  }

  private static Optional<String> number(ClientBasedInput client) {
    return client.getConnectionInformation().getConnectionAttributeStore().getAsString(ATTRIBUTE);
  }

  /** Client ids connected with a user name. */
  Iterable<String> clientsOf(String username) {
    return open.values().stream()
        .filter(each -> each.credential.username().equals(username))
        .map(Open::client)
        .toList();
  }
}
