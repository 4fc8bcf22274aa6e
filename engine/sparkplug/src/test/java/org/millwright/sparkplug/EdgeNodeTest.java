// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeNodeTest {

  private record Sent(String topic, Payload payload, int qos) {}

  private final List<Sent> sent = new ArrayList<>();
  private long now = 1_000;

  private EdgeNode node(boolean aliases, String primaryHost, int maxStored) {
    return new EdgeNode(
        new EdgeSettings("g", "n", aliases, primaryHost, maxStored),
        (topic, payload, length, qos) ->
            sent.add(new Sent(topic, Payloads.decode(Arrays.copyOf(payload, length)), qos)),
        -1);
  }

  @Test
  void theWillAndTheBirthCarryTheSameBdSeqAndEveryConnectionTheNext() {
    EdgeNode node = node(false, "", 0);
    for (long bdSeq : new long[] {0, 1, 2}) {
      Payload will = Payloads.decode(node.will(now));
      node.connected(now);

      assertThat(will.seq()).isNull();
      assertThat(will.metrics())
          .containsExactly(Metric.of("bdSeq", now, new Value.Whole(DataType.INT64, bdSeq)));
      assertThat(sent.getLast().payload.metrics()).containsAll(will.metrics());
      node.disconnected();
    }
  }

  @Test
  void bdSeqWrapsAfter255() {
    EdgeNode node =
        new EdgeNode(
            new EdgeSettings("g", "n", false, "", 0), (topic, payload, length, qos) -> {}, 255);
    node.will(now);
    assertThat(node.bdSeq()).isZero();
  }

  @Test
  void birthsDeclareTheRebirthControlWithoutAnAlias() {
    EdgeNode node = node(true, "", 0);
    node.tag(0, "a", DataType.INT32, null);
    node.will(now);
    node.connected(now);

    Metric control = Metric.of("Node Control/Rebirth", now, new Value.Bool(false));
    assertThat(sent.getFirst().payload.metrics()).contains(control);
    assertThat(sent.getFirst().payload.metrics().getLast().alias()).isEqualTo(0);
  }

  @Test
  void sequenceRunsOverAllMessagesAndWraps() {
    EdgeNode node = node(true, "", 0);
    int saw = node.device("saw");
    int a = node.tag(0, "a", DataType.INT32, null);
    int b = node.tag(saw, "b", DataType.INT32, null);
    node.will(now);
    node.connected(now);
    for (int i = 0; i < 200; i++) {
      node.setWhole(a, i, now);
      node.setWhole(b, i, now);
      node.publish(now);
    }

    assertThat(sent).hasSize(402);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(sent.get(i).payload.seq()).isEqualTo(i % 256);
    }
  }

  @Test
  void publishesWhatChangedOnly() {
    EdgeNode node = node(true, "", 0);
    int a = node.tag(0, "a", DataType.DOUBLE, null);
    int b = node.tag(0, "b", DataType.STRING, null);
    node.will(now);
    node.connected(now);
    sent.clear();
    node.setReal(a, 1.5, now);
    node.set(b, new Value.Text(DataType.STRING, "x"), now);
    node.publish(now);
    node.setReal(a, 1.5, now + 1);
    node.set(b, new Value.Text(DataType.STRING, "x"), now + 1);
    node.publish(now + 1);

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().topic).isEqualTo("spBv1.0/g/NDATA/n");
    assertThat(sent.getFirst().payload.metrics()).extracting(Metric::alias).containsExactly(0L, 1L);
    assertThat(sent.getFirst().payload.metrics()).extracting(Metric::name).containsOnlyNulls();
  }

  @Test
  void answersARebirthCommandWithAllBirths() {
    EdgeNode node = node(true, "", 0);
    node.device("saw");
    node.will(now);
    node.connected(now);
    sent.clear();
    byte[] command =
        Payloads.encode(
            Payload.of(
                now, null, List.of(Metric.of("Node Control/Rebirth", now, new Value.Bool(true)))));
    assertThat(node.received("spBv1.0/g/NCMD/n", command, now)).isEmpty();

    assertThat(sent)
        .extracting(Sent::topic)
        .containsExactly("spBv1.0/g/NBIRTH/n", "spBv1.0/g/DBIRTH/n/saw");
  }

  @Test
  void handsOnOtherCommandsByNameOrAlias() {
    EdgeNode node = node(true, "", 0);
    int saw = node.device("saw");
    node.tag(saw, "speed", DataType.INT16, null);
    Metric byName = Metric.of("speed", now, new Value.Whole(DataType.INT16, -3));
    Metric byAlias =
        new Metric(
            null, 0L, now, new Value.Whole(DataType.INT16, -4), false, false, false, null, null);
    byte[] payload = Payloads.encode(Payload.of(now, null, List.of(byName, byAlias)));

    assertThat(node.received("spBv1.0/g/DCMD/n/saw", payload, now))
        .containsExactly(
            new EdgeCommand("saw", "speed", new Value.Whole(DataType.INT16, -3)),
            new EdgeCommand("saw", "speed", new Value.Whole(DataType.INT16, -4)));
    assertThat(node.received("spBv1.0/g/DCMD/n/saw", new byte[] {1, 2, 3}, now)).isEmpty();
  }

  @Test
  void storesWhileOfflineAndSendsItAsHistory() {
    EdgeNode node = node(true, "", 3);
    int a = node.tag(0, "a", DataType.INT32, null);
    for (int i = 1; i <= 5; i++) {
      node.setWhole(a, i, now + i);
      node.publish(now + i);
    }
    assertThat(node.storedCount()).isEqualTo(3);
    assertThat(node.droppedCount()).isEqualTo(2);
    node.will(now);
    node.connected(now);

    List<Metric> history = sent.getLast().payload.metrics();
    assertThat(history).allMatch(Metric::historical);
    assertThat(history).extracting(Metric::timestamp).containsExactly(now + 3, now + 4, now + 5);
    assertThat(node.storedCount()).isZero();
  }

  @Test
  void saysNothingUntilItsPrimaryHostIsThereAndLeavesWhenItGoes() {
    EdgeNode node = node(true, "host", 10);
    int a = node.tag(0, "a", DataType.INT32, null);
    node.will(now);
    node.connected(now);
    state(node, false, 50);
    assertThat(sent).isEmpty();
    state(node, true, 49);
    assertThat(sent).isEmpty();
    state(node, true, 50);
    assertThat(sent.getFirst().topic).isEqualTo("spBv1.0/g/NBIRTH/n");

    state(node, false, 51);
    assertThat(sent.getLast().topic).isEqualTo("spBv1.0/g/NDEATH/n");
    assertThat(sent.getLast().qos).isEqualTo(1);
    assertThat(node.wantsDisconnect()).isTrue();
    node.setWhole(a, 7, now);
    node.publish(now);
    assertThat(node.storedCount()).isEqualTo(1);
    node.will(now);
    node.connected(now);
    assertThat(node.wantsDisconnect()).isFalse();
    state(node, true, 60);
    assertThat(sent.getLast().payload.metrics().getFirst().historical()).isTrue();
  }

  private void state(EdgeNode node, boolean online, long timestamp) {
    node.received("spBv1.0/STATE/host", new StatePayload(online, timestamp).encode(), now);
  }
}
