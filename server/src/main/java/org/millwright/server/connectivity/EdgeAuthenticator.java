// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Lets clients in by user name and password, with the rights of their credential and no others. */
final class EdgeAuthenticator implements SimpleAuthenticator {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeAuthenticator.class);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Credentials credentials;
  private final OpenConnections connections;

  EdgeAuthenticator(Credentials credentials, OpenConnections connections) {
    this.credentials = credentials;
    this.connections = connections;
  }

  @Override
  public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
    Async<SimpleAuthOutput> async = output.async(LIMIT, TimeoutFallback.FAILURE);
    // Hashing takes milliseconds; HiveMQ's own threads must not wait for it.
    Thread.startVirtualThread(() -> {
      try {
        decide(input, async.getOutput());
      } finally {
        async.resume();
      }
    });
  }

  private void decide(SimpleAuthInput input, SimpleAuthOutput output) {
    String user = input.getConnectPacket().getUserName().orElse("");
    String password =
        input.getConnectPacket().getPassword().map(EdgeAuthenticator::text).orElse("");
    Optional<Credential> credential;
    try {
      credential = credentials.verify(user, password);
    } catch (DataAccessException outage) {
      LOG.warn("Cannot look up who {} is: {}", user, outage.getMessage());
      output.failAuthentication(ConnackReasonCode.SERVER_UNAVAILABLE); // it tries again
      return;
    }
    if (credential.isEmpty()) {
      output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    connections.authenticated(input, credential.get());
    ModifiableDefaultPermissions permissions = output.getDefaultPermissions();
    permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
    Rights rights = credential.get().rights();
    add(permissions, rights.publishFilters(), MqttActivity.PUBLISH);
    add(permissions, rights.subscribeFilters(), MqttActivity.SUBSCRIBE);
    output.authenticateSuccessfully();
  }

  private static void add(
      ModifiableDefaultPermissions permissions, List<String> filters, MqttActivity activity) {
    for (String filter : filters) {
      permissions.add(
          Builders.topicPermission()
              .topicFilter(filter)
              .activity(activity)
              .type(TopicPermission.PermissionType.ALLOW)
              .build());
    }
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
