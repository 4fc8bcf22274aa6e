// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.millwright.plant.edge.BrokerAddress;
import org.millwright.plant.edge.MqttClients;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.Payload;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.PayloadWriter;
import org.millwright.sparkplug.StatePayload;
import org.millwright.sparkplug.Topic;
import org.millwright.sparkplug.Value;

/** A host application that hears everything and can command. */
public final class TestHost implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  /** A message as it came. */
  public record Heard(String topic, Payload payload) {

    /** Whether it is of that type, such as {@code NBIRTH}. */
    public boolean is(String type) {
      return topic.split("/")[2].equals(type);
    }
  }

  private final Mqtt3AsyncClient client;
  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  /** A host that is connected and subscribed to all of Sparkplug. */
  public TestHost(BrokerAddress broker) {
    client = MqttClients.create(broker, "test-host", 1, lost -> {});
    client
        .connectWith()
        .simpleAuth()
        .username("host")
        .password("secret of host".getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send()
        .join();
    client
        .subscribeWith()
        .topicFilter("spBv1.0/+/+/#")
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(publish -> {
          Payload payload = new PayloadDecoder().decode(publish.getPayloadAsBytes()).orNull();
          if (payload != null && !publish.getTopic().toString().contains("/STATE/")) {
            heard.add(new Heard(publish.getTopic().toString(), payload));
          }
        })
        .send()
        .join();
  }

  /** The next message that fits; those before it are passed over. */
  public Heard await(Predicate<Heard> fits) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Heard next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(next).as("a message that fits within " + PATIENCE_SECONDS + " s").isNotNull();
      if (fits.test(next)) {
        return next;
      }
    }
  }

  /** The next message of a type. */
  public Heard await(String type) throws InterruptedException {
    return await(message -> message.is(type));
  }

  /** Messages not yet looked at. */
  public int waiting() {
    return heard.size();
  }

  /** Sends a command with one metric. */
  public void command(Topic.Edge topic, String metric, Value value) {
    long now = System.currentTimeMillis();
    PayloadWriter writer = new PayloadWriter();
    writer.begin(now, PayloadWriter.NO_SEQ);
    writer.metric(Metric.of(metric, now, value));
    client.publishWith().topic(topic.toString()).payload(writer.toByteArray()).send().join();
  }

  /** Publishes STATE. */
  public void state(String host, boolean online, long timestamp) {
    client
        .publishWith()
        .topic("spBv1.0/STATE/" + host)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload(new StatePayload(online, timestamp).encode())
        .send()
        .join();
  }

  @Override
  public void close() {
    client.disconnect().join();
  }
}
