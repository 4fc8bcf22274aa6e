// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the platform does inside the embedded broker. The services are kept from the start on:
 * HiveMQ gives them through static fields that belong to the broker started last.
 */
final class BrokerExtension implements ExtensionMain {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerExtension.class);

  private final Credentials credentials;
  private final Intake intake;

  private final OpenConnections connections = new OpenConnections();
  private volatile @Nullable PublishService publishing;
  private volatile @Nullable ClientService clients;

  BrokerExtension(Credentials credentials, Intake intake) {
    this.credentials = credentials;
    this.intake = intake;
  }

  @Override
  public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
    ClientService service = Services.clientService();
    publishing = Services.publishService();
    clients = service;
    var authenticator = new EdgeAuthenticator(credentials, connections);
    Services.securityRegistry().setAuthenticatorProvider(provider -> authenticator);
    Services.initializerRegistry()
        .setClientInitializer((client, context) -> {
          Rights rights =
              connections.of(client).map(Credential::rights).orElse(new Rights.Nothing());
          context.addPublishInboundInterceptor(new IngestInterceptor(rights, intake, service));
        });
    Services.eventRegistry()
        .setClientLifecycleEventListener(client -> new WillWatch(connections, intake));
  }

  @Override
  public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
    publishing = null;
    clients = null;
  }

  CompletionStage<Void> publish(Publish publish) {
    PublishService service = publishing;
    return service == null
        ? CompletableFuture.failedFuture(new IllegalStateException("The broker is not running"))
        : service.publish(publish);
  }

  void disconnect(String username) {
    ClientService service = clients;
    if (service != null) {
      for (String client : connections.clientsOf(username)) {
        service
            .disconnectClient(client)
            .exceptionally(failure -> {
              LOG.warn("{} could not be disconnected", client, failure);
              return false;
            });
      }
    }
  }
}
