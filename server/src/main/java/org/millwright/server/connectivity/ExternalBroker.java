// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.IngestQueue.Offer;
import org.millwright.sparkplug.HostState;
import org.millwright.sparkplug.StatePayload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Sparkplug host at a broker elsewhere. It speaks MQTT 3.1.1, which brokers of MQTT 5 take as
 * well, with a clean session (tck-id-operational-behavior-host-application-connect-clean…).
 *
 * <p>Every attempt is a new client, for the will must carry the timestamp of its own connection.
 */
final class ExternalBroker implements BrokerLink {

  private static final Logger LOG = LoggerFactory.getLogger(ExternalBroker.class);
  private static final long FIRST_PAUSE = 1;
  private static final long LAST_PAUSE = 60;
  private static final long GOODBYE_SECONDS = 5;

  private final Connection connection;
  private final HostState state;
  private final Intake intake;
  private final Runnable lost;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private @Nullable Mqtt3AsyncClient client;
  private boolean closed;
  private long pause = FIRST_PAUSE;
  private volatile Status status = new Status(false, "connecting", 0);

  /**
   * A link that is not open yet.
   *
   * @param lost told when a connection that stood is gone
   */
  ExternalBroker(
      Connection connection,
      String hostId,
      Intake intake,
      Runnable lost,
      Clock clock,
      ScheduledExecutorService timer) {
    this.connection = connection;
    this.state = new HostState(hostId);
    this.intake = intake;
    this.lost = lost;
    this.clock = clock;
    this.timer = timer;
  }

  /** Connects, and goes on trying until closed. */
  synchronized void open() {
    if (closed) {
      return;
    }
    StatePayload will = state.connecting(clock.millis());
    Mqtt3AsyncClient fresh = build();
    client = fresh;
    var connect =
        fresh
            .connectWith()
            .cleanSession(true)
            .keepAlive(20)
            .willPublish()
            .topic(state.topic().toString())
            .qos(MqttQos.AT_LEAST_ONCE)
            .retain(true)
            .payload(will.encode())
            .applyWillPublish();
    if (!connection.username().isEmpty()) {
      connect =
          connect
              .simpleAuth()
              .username(connection.username())
              .password(connection.password().getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    var _ =
        connect
            .send()
            .thenCompose(accepted -> subscribe(fresh))
            .thenCompose(subscribed -> publishState(state.birth()))
            .whenComplete((done, failure) -> opened(fresh, failure));
  }

  private Mqtt3AsyncClient build() {
    Mqtt3ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(connection.clientId())
            .serverHost(connection.host())
            .serverPort(connection.port())
            .addDisconnectedListener(this::disconnected);
    Mqtt3AsyncClient fresh =
        connection.tls() ? builder.sslWithDefaultConfig().buildAsync() : builder.buildAsync();
    // Before CONNECT, so that what a broker sends with its acknowledgement is not missed.
    fresh.publishes(MqttGlobalPublishFilter.ALL, this::received, true);
    return fresh;
  }

  /** Its own STATE and all of Sparkplug before the birth (tck-id-host-topic-phid-birth-sub…). */
  private CompletionStage<?> subscribe(Mqtt3AsyncClient fresh) {
    List<Mqtt3Subscription> subscriptions = new ArrayList<>();
    List<String> filters = new ArrayList<>(List.of(state.topic().toString(), "spBv1.0/#"));
    filters.addAll(connection.filters());
    for (String filter : filters) {
      subscriptions.add(
          Mqtt3Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build());
    }
    return fresh.subscribe(Mqtt3Subscribe.builder().addSubscriptions(subscriptions).build());
  }

  private synchronized void opened(Mqtt3AsyncClient fresh, @Nullable Throwable failure) {
    if (failure == null && fresh.equals(client)) {
      pause = FIRST_PAUSE;
      status = new Status(true, connection.host() + ":" + connection.port(), clock.millis());
      LOG.info("Connected to {}", connection);
    } else if (failure != null && fresh.getState().isConnected()) {
      var _ = fresh.disconnect();
    }
  }

  private synchronized void disconnected(MqttClientDisconnectedContext context) {
    boolean stood = status.connected();
    state.lost();
    // The client's messages begin with the class of what it wraps; people need only the sentence.
    String cause =
        String.valueOf(context.getCause().getMessage()).replaceFirst("^[\\w.$]+Exception: ", "");
    status = new Status(false, cause, stood ? clock.millis() : status.since());
    if (stood) {
      lost.run();
    }
    if (!closed) {
      LOG.warn("No connection to {}: {}; next attempt in {} s", connection, cause, pause);
      var _ = timer.schedule(this::open, pause, TimeUnit.SECONDS);
      pause = Math.min(2 * pause, LAST_PAUSE);
    }
  }

  private void received(Mqtt3Publish publish) {
    String topic = publish.getTopic().toString();
    byte[] payload = publish.getPayloadAsBytes();
    if (topic.startsWith("spBv1.0/STATE/")) {
      publish.acknowledge();
      if (topic.equals(state.topic().toString())) {
        stateReceived(payload);
      }
      return;
    }
    if (publish.isRetain() && topic.startsWith("spBv1.0/")) {
      // Sparkplug messages are never retained; one that is tells of another time.
      publish.acknowledge();
      intake.denied(connection.name());
      return;
    }
    intake
        .offer(connection.name(), topic, payload, publish.getQos().getCode())
        .thenAccept(offer -> {
          if (offer instanceof Offer.Taken || publish.getQos() == MqttQos.AT_MOST_ONCE) {
            publish.acknowledge();
          }
        });
  }

  private void stateReceived(byte[] payload) {
    StatePayload said = StatePayload.parse(payload).orNull();
    StatePayload answer = said == null ? null : state.received(said);
    if (answer != null) {
      publishState(answer);
    }
  }

  private CompletionStage<Void> publishState(StatePayload payload) {
    return publish(state.topic().toString(), payload.encode(), true);
  }

  /** Says goodbye and stays away. */
  void close() {
    synchronized (this) {
      closed = true;
    }
    Mqtt3AsyncClient open = client;
    if (open != null && open.getState().isConnected()) {
      publishState(state.death(clock.millis()))
          .toCompletableFuture()
          .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(failure -> null)
          .join();
      open.disconnect()
          .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(failure -> null)
          .join();
    }
    status = new Status(false, "closed", clock.millis());
  }

  @Override
  public String source() {
    return connection.name();
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public CompletionStage<Void> publish(String topic, byte[] payload, boolean retain) {
    Mqtt3AsyncClient open = client;
    if (open == null || !open.getState().isConnected()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("Not connected to " + connection.host()));
    }
    return open.publishWith()
        .topic(topic)
        .payload(payload)
        .qos(retain ? MqttQos.AT_LEAST_ONCE : MqttQos.AT_MOST_ONCE)
        .retain(retain)
        .send()
        .thenAccept(sent -> {});
  }
}
