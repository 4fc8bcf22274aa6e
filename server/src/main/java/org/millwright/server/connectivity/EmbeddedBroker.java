// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.millwright.sparkplug.HostState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * HiveMQ CE inside the process: started last and stopped first, so that whoever can connect is
 * heard. The host's STATE is published from inside.
 */
@Component
class EmbeddedBroker implements SmartLifecycle, BrokerLink {

  /** The connection that is always there. */
  static final String SOURCE = "embedded";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final MqttSettings settings;
  private final Path folder;
  private final Credentials credentials;
  private final Intake intake;
  private final BrokerLinks links;
  private final Clock clock;
  private final HostState state;
  private @Nullable EmbeddedHiveMQ broker;
  private @Nullable BrokerExtension extension;
  private int port;
  private volatile Status status = new Status(false, "not started", 0);

  EmbeddedBroker(
      MqttSettings settings,
      @Value("${millwright.data}") Path data,
      Credentials credentials,
      Intake intake,
      BrokerLinks links,
      Clock clock) {
    this.settings = settings;
    this.folder = data.toAbsolutePath().resolve("broker");
    this.credentials = credentials;
    this.intake = intake;
    this.links = links;
    this.clock = clock;
    this.state = new HostState(settings.hostId());
  }

  @Override
  public void start() {
    if (!settings.embedded()) {
      return;
    }
    port = settings.port() == 0 ? freePort() : settings.port();
    var inside = new BrokerExtension(credentials, intake);
    var hive =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(configuration())
            .withDataFolder(subfolder("data"))
            .withExtensionsFolder(subfolder("extensions"))
            .withEmbeddedExtension(
                EmbeddedExtension.builder()
                    .withId("millwright")
                    .withName("Millwright")
                    .withVersion("1")
                    .withAuthor("Millwright")
                    .withExtensionMain(inside)
                    .build())
            .withoutLoggingBootstrap()
            .build();
    try {
      hive.start().join();
    } catch (CompletionException failure) {
      throw new IllegalStateException(
          "The MQTT broker cannot start on port " + port + ". Maybe another program uses it.",
          failure);
    }
    broker = hive;
    extension = inside;
    links.add(this);
    status = new Status(true, settings.bind() + ":" + port, clock.millis());
    state.connecting(clock.millis());
    publish(state.topic().toString(), state.birth().encode(), true);
    LOG.info("MQTT broker on port {}", port);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path configuration() {
    Path conf = subfolder("conf");
    try {
      Files.writeString(conf.resolve("config.xml"), BrokerXml.of(settings, port));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return conf;
  }

  private Path subfolder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    EmbeddedHiveMQ running = broker;
    if (running == null) {
      return;
    }
    broker = null;
    publish(state.topic().toString(), state.death(clock.millis()).encode(), true)
        .toCompletableFuture()
        .join();
    status = new Status(false, "stopped", clock.millis());
    links.remove(this);
    try {
      running.close();
    } catch (ExecutionException failure) {
      LOG.warn("The MQTT broker did not stop cleanly", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return broker != null;
  }

  /** The port it listens at. */
  int port() {
    return port;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public CompletionStage<Void> publish(String topic, byte[] payload, boolean retain) {
    BrokerExtension inside = extension;
    if (inside == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("The broker is not running"));
    }
    return inside.publish(
        Builders.publish()
            .topic(topic)
            .payload(ByteBuffer.wrap(payload))
            .qos(retain ? Qos.AT_LEAST_ONCE : Qos.AT_MOST_ONCE)
            .retain(retain)
            .build());
  }

  /** Closes the connections of a client whose credential changed or went. */
  void disconnect(String username) {
    BrokerExtension inside = extension;
    if (inside != null) {
      inside.disconnect(username);
    }
  }
}
