// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.sparkplug.EdgeCommand;
import org.millwright.sparkplug.EdgeNode;

/**
 * One line's connection to the broker: connects with its own credentials and will, births, carries
 * data out and commands in, and connects again with growing pauses when the connection is lost.
 *
 * <p>Everything happens on the plant's one thread; what the MQTT client reports is handed over to
 * it.
 */
final class EdgeLink {

  private static final int KEEP_ALIVE_SECONDS = 30;

  private final String group;
  private final String node;
  private final CredentialSource credentials;
  private final ScheduledExecutorService loop;
  private final Consumer<String> log;
  private final Mqtt3AsyncClient client;
  private final Backoff backoff = new Backoff();
  private final List<Mqtt3Publish> early = new ArrayList<>();
  private @Nullable LineNode lineNode;
  private boolean online;
  private boolean closing;
  private final LongAdder failed = new LongAdder();
  private long messages;
  private long bytes;

  EdgeLink(
      BrokerAddress broker,
      String group,
      String node,
      CredentialSource credentials,
      ScheduledExecutorService loop,
      Consumer<String> log) {
    this.group = group;
    this.node = node;
    this.credentials = credentials;
    this.loop = loop;
    this.log = log;
    client =
        MqttClients.create(
            broker,
            group + '-' + node,
            1,
            lost -> onLoop(() -> disconnected(lost.getCause().getMessage())));
  }

  /** Begins to connect. On the plant's thread. */
  void start(LineNode forLine) {
    lineNode = forLine;
    connect();
  }

  /** Publishes for the edge node; while the connection is down a message is lost, as with QoS 0. */
  void publish(String topic, byte[] payload, int length, int qos) {
    messages++;
    bytes += length;
    var _ =
        send(topic, Arrays.copyOf(payload, length), qos)
            .whenComplete((done, failure) -> failed.add(failure == null ? 0 : 1));
  }

  private CompletableFuture<?> send(String topic, byte[] payload, int qos) {
    return client
        .publishWith()
        .topic(topic)
        .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .send();
  }

  /** Messages that could not be handed to the broker. */
  long failed() {
    return failed.sum();
  }

  long messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }

  private LineNode line() {
    LineNode present = lineNode;
    if (present == null) {
      throw new IllegalStateException(node + " has not been started");
    }
    return present;
  }

  private EdgeNode edge() {
    return line().edge();
  }

  private void onLoop(Runnable task) {
    if (!loop.isShutdown()) {
      loop.execute(task);
    }
  }

  private void connect() {
    if (closing) {
      return;
    }
    Mqtt3ConnectBuilder connect =
        Mqtt3Connect.builder().cleanSession(true).keepAlive(KEEP_ALIVE_SECONDS);
    Optional<Credentials> login;
    try {
      login = credentials.of(group, node);
    } catch (UncheckedIOException unreadable) {
      disconnected(unreadable.getMessage());
      return;
    }
    if (login.isPresent()) {
      connect =
          connect
              .simpleAuth()
              .username(login.get().username())
              .password(login.get().password().getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    var _ =
        client
            .connect(
                connect
                    .willPublish()
                    .topic(edge().deathTopic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(edge().will(now()))
                    .applyWillPublish()
                    .build())
            .thenCompose(accepted -> subscribe())
            .whenComplete((done, failure) -> {
              if (failure == null) {
                onLoop(this::connected);
              } else if (client.getState().isConnected()) {
                onLoop(this::leave); // connected, but not allowed to subscribe
              }
            });
  }

  private CompletableFuture<?> subscribe() {
    List<Mqtt3Subscription> subscriptions =
        edge().subscriptions().stream()
            .map(filter ->
                Mqtt3Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build())
            .toList();
    // With its own callback each time: the client forgets listeners with the session.
    return client
        .subscribeWith()
        .addSubscriptions(subscriptions)
        .callback(publish -> onLoop(() -> received(publish)))
        .send();
  }

  private void connected() {
    online = true;
    backoff.reset();
    log.accept(group + '/' + node + " connected");
    edge().connected(now());
    List<Mqtt3Publish> waiting = List.copyOf(early);
    early.clear();
    waiting.forEach(this::received);
  }

  private void disconnected(@Nullable String why) {
    edge().disconnected();
    early.clear();
    if (closing) {
      return;
    }
    long wait = backoff.next();
    log.accept(group + '/' + node + (online ? " lost" : " not connected") + ": " + why);
    online = false;
    var _ = loop.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
  }

  private void received(Mqtt3Publish publish) {
    if (!online) {
      // The retained STATE can overtake the acknowledgement of its subscription.
      early.add(publish);
      return;
    }
    List<EdgeCommand> commands =
        edge().received(publish.getTopic().toString(), publish.getPayloadAsBytes(), now());
    if (edge().wantsDisconnect()) {
      // tck-id-operational-behavior-edge-node-termination-host-offline: leave this server, and,
      // having no other, come back and wait for the host.
      log.accept(group + '/' + node + " leaves, its primary host is offline");
      leave();
    }
    for (EdgeCommand command : commands) {
      boolean followed = line().obey(command);
      log.accept(
          group
              + '/'
              + node
              + (followed ? " follows " : " ignores ")
              + command.device()
              + ' '
              + command.metric());
    }
  }

  /** Disconnects; the connection's loss is then reported like any other. */
  private void leave() {
    var _ = client.disconnect();
  }

  /** Says goodbye; completes when the broker has it. On the plant's thread. */
  CompletableFuture<?> close() {
    closing = true;
    if (!online) {
      return CompletableFuture.completedFuture(null);
    }
    edge().close(now());
    return client.disconnect().orTimeout(3, TimeUnit.SECONDS).exceptionally(failed -> null);
  }

  private long now() {
    return lineNode == null ? Instant.now().toEpochMilli() : lineNode.clockMillis();
  }
}
