// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.server.PlatformTest;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.historian.Trends;
import org.millwright.server.telemetry.LiveValues;
import org.springframework.beans.factory.annotation.Autowired;

/** Peers that no one here wrote, through journal, Jet pipeline, live values and historian. */
@PlatformTest
class ForeignPeersIngestTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PASSWORD = "a password of the test";

  @Autowired private EmbeddedBroker broker;
  @Autowired private Credentials credentials;
  @Autowired private DeviceRegistry registry;
  @Autowired private Mappings mappings;
  @Autowired private LiveValues live;
  @Autowired private Tags tags;
  @Autowired private Trends trends;

  private boolean is(TagAddress address, Quality quality, double least) {
    OptionalInt tag = tags.find(address);
    return tag.isPresent()
        && live.value(tag.getAsInt())
            .filter(value -> value.quality() == quality && value.value() >= least)
            .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "aliases"})
  void anEdgeNodeOfSparkplugClientReachesTheHistoryAndGoesStaleWhenItIsKilled(String mode) {
    String node = "ingest-" + mode;
    credentials.save(
        new Credential(node, Credential.Kind.SPARKPLUG, "peers", node, "", Instant.EPOCH),
        PASSWORD,
        "test");
    TagAddress speed = new TagAddress("embedded", "peers/" + node, "saw", "speed");
    try (Peer peer = Peer.sparkplugClient(broker.port(), node, PASSWORD, node, mode)) {
      await().atMost(PATIENCE).until(() -> is(speed, Quality.GOOD, 4));
      int tag = tags.find(speed).orElseThrow();
      await().atMost(PATIENCE).until(() -> trends.samples(tag, 0, Long.MAX_VALUE, 100).size() >= 3);
      assertThat(peer.lines()).noneMatch(line -> line.contains("Error"));
    }
    await().atMost(PATIENCE).until(() -> is(speed, Quality.STALE, 4));
    assertThat(registry.find(new DeviceId("embedded", "peers/" + node, "")).orElseThrow().gaps())
        .isZero();
  }

  @Test
  void jsonOfMosquittoPubReachesTheHistory() throws Exception {
    credentials.save(
        new Credential("dryer", Credential.Kind.PLAIN, "", "", "dryers/#", Instant.EPOCH),
        PASSWORD,
        "test");
    mappings.save(
        new MappingRule(
            0,
            1,
            "",
            "dryers/{line}/{machine}",
            "{line}",
            "{machine}",
            "heat",
            "/h",
            "",
            "MILLIS",
            "Cel",
            true),
        "test");
    try (Peer sender =
        Peer.mosquitto(
            "mosquitto_pub",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(broker.port()),
            "-u",
            "dryer",
            "-P",
            PASSWORD,
            "-q",
            "1",
            "-t",
            "dryers/l1/dryer",
            "-m",
            "{\"h\":81.5}")) {
      assertThat(sender.exitCode()).isZero();
    }
    TagAddress heat = new TagAddress("embedded", "l1", "dryer", "heat");
    await().atMost(PATIENCE).until(() -> is(heat, Quality.GOOD, 81.5));
    int tag = tags.find(heat).orElseThrow();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(trends.samples(tag, 0, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(sample -> assertThat(sample.value()).isEqualTo(81.5)));
  }
}
