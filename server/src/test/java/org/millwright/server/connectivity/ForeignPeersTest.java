// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.server.telemetry.MappedSample;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Value;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Edge nodes, clients and a broker that no one here wrote: the npm package sparkplug-client, and
 * Debian's mosquitto.
 */
@ConnectivityTest
class ForeignPeersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PASSWORD = "a password of the test";

  @Autowired private EmbeddedBroker broker;
  @Autowired private Credentials credentials;
  @Autowired private Connections connections;
  @Autowired private DeviceRegistry registry;
  @Autowired private Commands commands;
  @Autowired private Mappings mappings;
  @Autowired private LastPayload lastPayload;
  @Autowired private Intake intake;
  @Autowired private StraightPipeline pipeline;

  @BeforeEach
  void openQueue() {
    pipeline.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "aliases"})
  void anEdgeNodeOfSparkplugClientIsHeardCommandedAndMissed(String mode) {
    String node = "line-" + mode;
    credential(node);
    try (Peer peer = Peer.sparkplugClient(broker.port(), node, PASSWORD, node, mode)) {
      awaitState("embedded", node, "saw", DeviceEntry.State.ONLINE);
      String saw = "embedded/peers/" + node + "/saw/";
      await().atMost(PATIENCE).until(() -> pipeline.live.getOrDefault(saw + "speed", 0.0) > 3);
      assertThat(pipeline.live).containsEntry(saw + "running", 1.0);
      assertThat(pipeline.live).containsEntry(saw + "total", 12345678901.0);

      commands.requestRebirth(id("embedded", node, "").node());
      await().atMost(PATIENCE).until(() -> entry("embedded", node, "").rebirths() > 0);
      commands.write(id("embedded", node, "saw"), "speed", new Value.Whole(DataType.INT32, 77));
      await().atMost(PATIENCE).until(() -> peer.lines().contains("command saw speed 77"));
      assertThat(lastPayload.of(id("embedded", node, "saw")).orElseThrow().json())
          .contains("\"name\":\"speed\"")
          .contains("\"type\":\"Int32\"");
    }
    awaitState("embedded", node, "", DeviceEntry.State.OFFLINE);
    awaitState("embedded", node, "saw", DeviceEntry.State.OFFLINE);
    assertThat(entry("embedded", node, "").gaps()).isZero();
    assertThat(entry("embedded", node, "").refused()).isZero();
  }

  @Test
  void anEdgeNodeThatLeavesInGoodOrderIsOfflineAtOnce() throws Exception {
    credential("leaver");
    try (Peer peer = Peer.sparkplugClient(broker.port(), "leaver", PASSWORD, "leaver", "aliases")) {
      awaitState("embedded", "leaver", "saw", DeviceEntry.State.ONLINE);
      peer.sayGoodbye();
      awaitState("embedded", "leaver", "", DeviceEntry.State.OFFLINE);
    }
  }

  @Test
  void jsonOfMosquittoPubBecomesSamplesByARule() throws Exception {
    plainCredential("scale", "plant/#");
    mappings.save(
        new MappingRule(
            0,
            1,
            "",
            "plant/{line}/{machine}",
            "{line}",
            "{machine}",
            "weight",
            "/w",
            "/t",
            "MILLIS",
            "kg",
            true),
        "test");

    exitCodeOf("scale", PASSWORD, "plant/l1/scale", "{\"w\":12.5,\"t\":1700000000000}");
    await().atMost(PATIENCE).until(() -> pipeline.mapped.containsKey("embedded/l1/scale/weight"));
    MappedSample sample = pipeline.mapped.get("embedded/l1/scale/weight");
    assertThat(sample.value()).isEqualTo(12.5);
    assertThat(sample.time()).isEqualTo(1_700_000_000_000L);
    assertThat(sample.unit()).isEqualTo("kg");
    exitCodeOf("scale", PASSWORD, "plant/l1/scale", "not json");
    await().atMost(PATIENCE).until(() -> !pipeline.mappingRefusals.isEmpty());
    assertThat(pipeline.mappingRefusals.getLast().code()).isEqualTo("MAPPING-JSON");
    assertThat(registry.find(new DeviceId("embedded", "l1", "scale")))
        .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(DeviceEntry.State.ONLINE));
  }

  @Test
  void theBrokerLetsInWhoIsKnownAndTakesOnlyWhatTheyMaySay() throws Exception {
    plainCredential("meter", "meters/m1");
    long denied = intake.totals("embedded").denied();

    assertThat(exitCodeOf("meter", "wrong", "meters/m1", "1")).isNotZero();
    assertThat(exitCodeOf("nobody", PASSWORD, "meters/m1", "1")).isNotZero();
    assertThat(exitCodeOf("meter", PASSWORD, "meters/m1", "1")).isZero();
    exitCodeOf("meter", PASSWORD, "meters/m2", "1");
    exitCodeOf("meter", PASSWORD, "spBv1.0/peers/NBIRTH/line-names", "1");

    await().atMost(PATIENCE).until(() -> intake.totals("embedded").denied() >= denied + 2);
    assertThat(registry.find(new DeviceId("embedded", "peers/spoofed", ""))).isEmpty();
  }

  @Test
  void aBrokerElsewhereServesAsWellAndItsLossIsShown(@TempDir Path folder) throws Exception {
    int port = freePort();
    Path configuration = folder.resolve("mosquitto.conf");
    Files.writeString(configuration, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
    Peer mosquitto = Peer.mosquitto("mosquitto", "-c", configuration.toString());
    try (Peer edge = Peer.sparkplugClient(port, "any", "any", "far", "aliases")) {
      connections.save(
          new Connection(
              "elsewhere", "127.0.0.1", port, false, "", "", "millwright-test", List.of("#"), true),
          "test");
      awaitState("elsewhere", "far", "saw", DeviceEntry.State.ONLINE);
      assertThat(retainedState(port)).contains("\"online\":true");

      mosquitto.close();
      awaitState("elsewhere", "far", "", DeviceEntry.State.STALE);
      awaitState("elsewhere", "far", "saw", DeviceEntry.State.STALE);
      mosquitto = Peer.mosquitto("mosquitto", "-c", configuration.toString());
      awaitState("elsewhere", "far", "saw", DeviceEntry.State.ONLINE);
      await().atMost(PATIENCE).until(() -> retainedState(port).contains("\"online\":true"));

      assertThat(connections.delete("elsewhere", "test")).isTrue();
      assertThat(retainedState(port)).contains("\"online\":false");
    } finally {
      mosquitto.close();
      connections.delete("elsewhere", "test");
    }
  }

  private String retainedState(int port) throws Exception {
    try (Peer reader =
        Peer.mosquitto(
            "mosquitto_sub", "-p", "" + port, "-t", "spBv1.0/STATE/#", "-C", "1", "-W", "5")) {
      reader.exitCode();
      return String.join("", reader.lines());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private int exitCodeOf(String user, String password, String topic, String payload)
      throws Exception {
    try (Peer pub =
        Peer.mosquitto(
            "mosquitto_pub",
            "-p",
            "" + broker.port(),
            "-u",
            user,
            "-P",
            password,
            "-q",
            "1",
            "-t",
            topic,
            "-m",
            payload)) {
      return pub.exitCode();
    }
  }

  private void credential(String node) {
    credentials.save(
        new Credential(node, Credential.Kind.SPARKPLUG, "peers", node, "", Instant.EPOCH),
        PASSWORD,
        "test");
  }

  private void plainCredential(String user, String topics) {
    credentials.save(
        new Credential(user, Credential.Kind.PLAIN, "", "", topics, Instant.EPOCH),
        PASSWORD,
        "test");
  }

  private static DeviceId id(String source, String node, String device) {
    return new DeviceId(source, "peers/" + node, device);
  }

  private DeviceEntry entry(String source, String node, String device) {
    return registry.find(id(source, node, device)).orElseThrow();
  }

  private void awaitState(String source, String node, String device, DeviceEntry.State state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(registry.find(id(source, node, device)).map(DeviceEntry::state))
                .contains(state));
  }
}
