// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.millwright.server.telemetry.Sessions;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.EdgeNode;
import org.millwright.sparkplug.EdgeSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What bad senders do, over real sockets, and that it stays theirs. */
@ConnectivityTest
class FaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "a password of the test";

  @Autowired private EmbeddedBroker broker;
  @Autowired private Credentials credentials;
  @Autowired private DeviceRegistry registry;
  @Autowired private DeviceRecords records;
  @Autowired private ObjectProvider<Sessions> sessions;
  @Autowired private Intake intake;
  @Autowired private StraightPipeline pipeline;

  @AfterEach
  void openQueue() {
    pipeline.open();
  }

  /** An edge node of our engine behind a real client. */
  private final class Line implements AutoCloseable {

    final Mqtt3AsyncClient client;
    final EdgeNode node;
    final int speed;
    final String name;

    Line(String name, int extraTags) {
      this.name = name;
      credentials.save(
          new Credential(name, Credential.Kind.SPARKPLUG, "faults", name, "", Instant.EPOCH),
          PASSWORD,
          "test");
      node = new EdgeNode(new EdgeSettings("faults", name, true, "", 100), this::publish, -1);
      speed = node.tag(0, "speed", DataType.DOUBLE, null);
      for (int i = 0; i < extraTags; i++) {
        node.tag(0, "extra/" + i, DataType.INT32, null);
      }
      client =
          MqttClient.builder()
              .useMqttVersion3()
              .identifier(name)
              .serverHost("127.0.0.1")
              .serverPort(broker.port())
              .buildAsync();
      connect();
    }

    private void connect() {
      Answered.by(
          client
              .connectWith()
              .simpleAuth()
              .username(name)
              .password(PASSWORD.getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth()
              .willPublish()
              .topic(node.deathTopic())
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(node.will(now()))
              .applyWillPublish()
              .send());
      for (String filter : node.subscriptions()) {
        Answered.by(
            client
                .subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_MOST_ONCE)
                .callback(this::received)
                .send());
      }
      synchronized (node) {
        node.connected(now());
      }
    }

    private void received(Mqtt3Publish publish) {
      synchronized (node) {
        node.received(publish.getTopic().toString(), publish.getPayloadAsBytes(), now());
      }
    }

    void set(double value) {
      synchronized (node) {
        node.setReal(speed, value, now());
        node.publish(now());
      }
    }

    private void publish(String topic, byte[] payload, int length, int qos) {
      Answered.by(
          client
              .publishWith()
              .topic(topic)
              .qos(MqttQos.fromCode(qos))
              .payload(Arrays.copyOf(payload, length))
              .send());
    }

    void raw(String type, byte[] payload, MqttQos qos) {
      Answered.by(
          client
              .publishWith()
              .topic("spBv1.0/faults/" + type + "/" + name)
              .qos(qos)
              .payload(payload)
              .send());
    }

    DeviceEntry entry() {
      return registry.find(new DeviceId("embedded", "faults/" + name, "")).orElseThrow();
    }

    void awaitState(DeviceEntry.State state) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(registry.find(new DeviceId("embedded", "faults/" + name, "")))
                  .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(state)));
    }

    void awaitLive(double value) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(pipeline.live)
                  .containsEntry("embedded/faults/" + name + "//speed", value));
    }

    @Override
    public void close() {
      Answered.by(client.disconnect().exceptionally(failure -> null));
    }
  }

  private static long now() {
    return Clock.systemUTC().millis();
  }

  @Test
  void oneBadNodeNeverDisturbsAnother() {
    try (Line good = new Line("good", 0);
        Line bad = new Line("bad", 0)) {
      good.set(1);
      good.awaitLive(1);
      bad.awaitState(DeviceEntry.State.ONLINE);
      for (int i = 0; i < 50; i++) {
        bad.raw("NDATA", new byte[] {0x12, 0x7F, (byte) i}, MqttQos.AT_MOST_ONCE);
        bad.raw("NBIRTH", new byte[] {(byte) 0xFF}, MqttQos.AT_LEAST_ONCE);
        good.set(2 + i);
      }

      good.awaitLive(51);
      await().atMost(PATIENCE).until(() -> bad.entry().refused() >= 100);
      assertThat(bad.entry().lastRefusal()).startsWith("SPARKPLUG-");
      assertThat(good.entry().refused()).isZero();
      assertThat(good.entry().births()).isEqualTo(1);
      assertThat(good.entry().gaps()).isZero();
    }
  }

  @Test
  void aBirthOfTenThousandMetricsIsTaken() {
    try (Line wide = new Line("wide", 10_000)) {
      wide.awaitState(DeviceEntry.State.ONLINE);
      wide.set(5);
      wide.awaitLive(5);
      assertThat(wide.entry().metrics()).isEqualTo(10_003);
    }
  }

  @Test
  void aNodeWhoseMessagesGetLostIsAskedForItsBirthAndGivesIt() {
    try (Line line = new Line("loser", 0)) {
      line.awaitState(DeviceEntry.State.ONLINE);
      pipeline.close();
      line.set(1);
      await().atMost(PATIENCE).until(() -> intake.totals("embedded").full() > 0);
      pipeline.open();
      line.set(2);
      await()
          .atMost(PATIENCE)
          .until(() -> {
            line.set(now());
            return line.entry().rebirths() > 0;
          });

      assertThat(line.entry().gaps()).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatBreaksOffIsOfflineByItsWill() {
    try (Line line = new Line("breaker", 0)) {
      line.awaitState(DeviceEntry.State.ONLINE);
      broker.disconnect("breaker");
      line.awaitState(DeviceEntry.State.OFFLINE);
    }
  }

  @Test
  void aMessageOfQos1IsAcknowledgedOnlyWhenItIsTaken() {
    try (Line line = new Line("careful", 0)) {
      line.awaitState(DeviceEntry.State.ONLINE);
      pipeline.close();
      CompletableFuture<Mqtt3Publish> publish =
          line.client
              .publishWith()
              .topic("spBv1.0/faults/NDATA/careful")
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(new byte[] {8, 1, 24, 1})
              .send();
      // A second client's round trip: time enough for an acknowledgement, were there one.
      try (Line other = new Line("other", 0)) {
        assertThat(publish).isNotDone();
        pipeline.open();
        assertThat(publish).succeedsWithin(PATIENCE);
      }
    }
  }

  @Test
  void aMessageThatFindsNoRoomIsNotAcknowledgedAndEndsTheConnection() {
    try (Line line = new Line("pushed", 0)) {
      line.awaitState(DeviceEntry.State.ONLINE);
      pipeline.close();
      CompletableFuture<Mqtt3Publish> publish =
          line.client
              .publishWith()
              .topic("spBv1.0/faults/NDATA/pushed")
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(new byte[] {8, 1, 24, 1})
              .send();
      await()
          .atMost(PATIENCE)
          .until(() -> {
            pipeline.giveUp();
            return publish.isDone();
          });

      assertThat(publish).isCompletedExceptionally();
      await().atMost(PATIENCE).until(() -> !line.client.getState().isConnected());
    }
  }

  @Test
  void anOversizedPacketEndsItsConnectionOnly() {
    try (Line good = new Line("small", 0);
        Line big = new Line("big", 0)) {
      big.awaitState(DeviceEntry.State.ONLINE);
      CompletableFuture<Mqtt3Publish> publish =
          big.client
              .publishWith()
              .topic("spBv1.0/faults/NDATA/big")
              .qos(MqttQos.AT_LEAST_ONCE)
              .payload(new byte[17 * 1024 * 1024])
              .send();
      assertThat(publish).failsWithin(PATIENCE);
      big.awaitState(DeviceEntry.State.OFFLINE);
      good.set(9);
      good.awaitLive(9);
    }
  }

  @Test
  void aClientWithoutACredentialIsTurnedAway() {
    Mqtt3BlockingClient anonymous =
        MqttClient.builder()
            .useMqttVersion3()
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .buildBlocking();
    org.assertj.core.api.Assertions.assertThatThrownBy(anonymous::connect)
        .hasMessageContaining("CONNACK");
  }

  @Test
  void theRegisterSurvivesARestartAndIsStaleUntilBirthsCome() {
    try (Line line = new Line("kept", 0)) {
      line.awaitState(DeviceEntry.State.ONLINE);
      registry.keep();
      DeviceRegistry restarted = new DeviceRegistry(records, sessions, Clock.systemUTC());
      DeviceEntry entry = restarted.find(new DeviceId("embedded", "faults/kept", "")).orElseThrow();

      assertThat(entry.state()).isEqualTo(DeviceEntry.State.STALE);
      assertThat(entry.births()).isEqualTo(1);
      assertThat(entry.firstSeen()).isEqualTo(line.entry().firstSeen());
    }
  }
}
