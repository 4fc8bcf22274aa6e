// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.millwright.plant.edge.Backoff;
import org.millwright.plant.edge.Credentials;
import org.millwright.plant.edge.MqttClients;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Decoded;
import org.millwright.sparkplug.Payload;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.PayloadWriter;
import org.millwright.sparkplug.Topic;
import org.millwright.sparkplug.Topic.MessageType;
import org.millwright.sparkplug.Value;

/**
 * One edge node of the load generator. The generator's thread drives it; the MQTT client's threads
 * only raise flags.
 */
final class LoadNode {

  private static final String REBIRTH = "Node Control/Rebirth";
  private static final int MOST_UNACKNOWLEDGED = 512;

  private final LoadSettings settings;
  private final String name;
  private final LoadDevice[] devices;
  private final String[] dataTopics;
  private final Mqtt3AsyncClient client;
  private final PayloadWriter writer = new PayloadWriter();
  private final AtomicBoolean rebirthAsked = new AtomicBoolean();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private volatile boolean up;
  private volatile boolean closing;
  private final Backoff backoff = new Backoff();
  private final AtomicBoolean birthDue = new AtomicBoolean();
  private volatile boolean connecting;
  private long retryAt;
  private long sent;
  private long births;
  private long rebirths;
  private int seq;
  private int bdSeq = -1;

  LoadNode(LoadSettings settings, int index, List<FrameLayout> layouts, int threads) {
    this.settings = settings;
    name = settings.node(index);
    devices = new LoadDevice[settings.devices()];
    dataTopics = new String[devices.length];
    for (int i = 0; i < devices.length; i++) {
      long seed = settings.seed() + 1_000_003L * index + i;
      // bdSeq has no alias; metrics of all devices of a node are numbered through.
      devices[i] =
          new LoadDevice(layouts, settings.metrics(), 1 + i * settings.metrics(), seed, index + i);
      dataTopics[i] = topic(MessageType.DDATA, device(i));
    }
    client =
        MqttClients.create(
            settings.broker(),
            settings.group() + '-' + name,
            threads,
            gone -> {
              if (up && !closing) {
                lost.increment();
              }
              up = false;
            });
  }

  private static String device(int index) {
    return "device-%03d".formatted(index + 1);
  }

  private String topic(MessageType type, String device) {
    return new Topic.Edge(type, settings.group(), name, device).toString();
  }

  private String nodeTopic(MessageType type) {
    return new Topic.Edge(type, settings.group(), name, null).toString();
  }

  /** Connects and subscribes to commands. */
  CompletableFuture<?> connect() {
    bdSeq = (bdSeq + 1) & 0xFF;
    Mqtt3ConnectBuilder connect = Mqtt3Connect.builder().cleanSession(true).keepAlive(60);
    Optional<Credentials> login = settings.credentials().of(settings.group(), name);
    if (login.isPresent()) {
      connect =
          connect
              .simpleAuth()
              .username(login.get().username())
              .password(login.get().password().getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth();
    }
    return client
        .connect(
            connect
                .willPublish()
                .topic(nodeTopic(MessageType.NDEATH))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(death())
                .applyWillPublish()
                .build())
        .thenCompose(accepted ->
            client
                .subscribeWith()
                .topicFilter(nodeTopic(MessageType.NCMD))
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::received)
                .send())
        .thenRun(() -> up = true);
  }

  /**
   * Connects again when the connection was lost, with growing pauses, and births anew. Call it
   * often from the generator's thread.
   */
  void mend() {
    if (up) {
      if (birthDue.compareAndSet(true, false)) {
        backoff.reset();
        rebirthAsked.set(false);
        seq = 0;
        birth();
      }
      return;
    }
    long now = System.nanoTime();
    if (connecting || closing || (retryAt != 0 && now - retryAt < 0)) {
      return;
    }
    connecting = true;
    retryAt = now + TimeUnit.MILLISECONDS.toNanos(backoff.next());
    var _ =
        connect()
            .whenComplete((done, failure) -> {
              if (failure == null) {
                birthDue.set(true);
              }
              connecting = false;
            });
  }

  private byte[] death() {
    long now = System.currentTimeMillis();
    writer.begin(now, PayloadWriter.NO_SEQ);
    writeBdSeq(now);
    return writer.toByteArray();
  }

  private void writeBdSeq(long now) {
    writer
        .openMetric()
        .name("bdSeq")
        .timestamp(now)
        .type(DataType.INT64)
        .whole(DataType.INT64, bdSeq)
        .close();
  }

  private void received(Mqtt3Publish publish) {
    Decoded<Payload> decoded = new PayloadDecoder().decode(publish.getPayloadAsBytes());
    Payload command = decoded.orNull();
    if (command != null
        && command.metrics().stream()
            .anyMatch(metric ->
                REBIRTH.equals(metric.name())
                    && metric.value() instanceof Value.Bool(boolean asked)
                    && asked)) {
      rebirthAsked.set(true);
    }
  }

  /** Publishes NBIRTH and all DBIRTHs. */
  void birth() {
    long now = System.currentTimeMillis();
    writer.begin(now, nextSeq());
    writeBdSeq(now);
    writer.openMetric().name(REBIRTH).timestamp(now).type(DataType.BOOLEAN).bool(false).close();
    publish(nodeTopic(MessageType.NBIRTH), writer.toByteArray(), 0);
    for (int i = 0; i < devices.length; i++) {
      writer.begin(now, nextSeq());
      devices[i].writeBirth(writer, now);
      publish(topic(MessageType.DBIRTH, device(i)), writer.toByteArray(), 0);
    }
    births += 1 + devices.length;
  }

  private int nextSeq() {
    int present = seq;
    seq = (seq + 1) & 0xFF;
    return present;
  }

  /** Whether a message would go out now: connected, and not too many unacknowledged at QoS 1. */
  boolean ready() {
    return up && !connecting && !birthDue.get() && sent - acknowledged.sum() < MOST_UNACKNOWLEDGED;
  }

  boolean up() {
    return up;
  }

  /** A message sent: metric changes in it, bytes of its payload. */
  record Sent(int metrics, int bytes) {}

  /** Sends the next message of a device; answers a rebirth request first. */
  Sent send(int device, long millis) {
    if (rebirthAsked.compareAndSet(true, false)) {
      rebirths++;
      birth();
    }
    int metrics = devices[device].nextCount();
    byte[] payload = devices[device].next(millis, nextSeq());
    publish(dataTopics[device], payload, settings.qos());
    return new Sent(metrics, payload.length);
  }

  private void publish(String topic, byte[] payload, int qos) {
    sent++;
    var _ =
        client
            .publishWith()
            .topic(topic)
            .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
            .payload(payload)
            .send()
            .whenComplete((done, failure) -> {
              acknowledged.increment();
              if (failure != null) {
                failed.increment();
              }
            });
  }

  /** Whether everything sent has left, or at QoS 1 was acknowledged. */
  boolean drained() {
    return !up || acknowledged.sum() >= sent;
  }

  /** Publishes the death and disconnects. */
  CompletableFuture<?> close() {
    closing = true;
    if (!up) {
      return CompletableFuture.completedFuture(null);
    }
    return client
        .publishWith()
        .topic(nodeTopic(MessageType.NDEATH))
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(death())
        .send()
        .thenCompose(published -> client.disconnect());
  }

  long births() {
    return births;
  }

  long rebirths() {
    return rebirths;
  }

  long lost() {
    return lost.sum();
  }

  long failed() {
    return failed.sum();
  }
}
