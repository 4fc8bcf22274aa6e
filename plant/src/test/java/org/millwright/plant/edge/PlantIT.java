// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.plant.archetype.Archetypes;
import org.millwright.plant.broker.TestBroker;
import org.millwright.plant.broker.TestCertificate;
import org.millwright.plant.broker.TestHost;
import org.millwright.plant.broker.TestHost.Heard;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.Topic;
import org.millwright.sparkplug.Topic.MessageType;
import org.millwright.sparkplug.Value;

class PlantIT {

  private static final String GROUP = "works";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NODE = "machining-cell"; // names, not aliases, in its data

  @TempDir private static Path brokerFolder;
  private static TestBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void startBroker() throws IOException {
    broker = new TestBroker(brokerFolder, TestBroker.freePort());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private Plant plant(String primaryHost, String... lines) throws IOException {
    return plant(broker.address(), primaryHost, lines);
  }

  private Plant plant(BrokerAddress address, String primaryHost, String... lines)
      throws IOException {
    Archetypes all = Archetypes.load();
    StringBuilder credentials = new StringBuilder();
    for (String line : lines) {
      String name = GROUP + "/" + line;
      credentials.append(name + "=" + name + ":secret of " + name + "\n");
    }
    Path file = folder.resolve("plant-credentials.properties");
    Files.writeString(file, credentials);
    return Plant.start(
        new PlantSettings(
            address,
            new CredentialSource.FromFile(file),
            GROUP,
            List.of(lines).stream().map(line -> all.find(line).orElseThrow()).toList(),
            1,
            5,
            Instant.parse("2026-03-03T09:30:00Z"),
            ZoneId.of("Asia/Shanghai"),
            primaryHost,
            100_000),
        line -> {});
  }

  private static Metric metric(Heard heard, String name) {
    return heard.payload().metrics().stream()
        .filter(metric -> name.equals(metric.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyLineIsBornWithAllItsMachinesAndEveryDataTypeThenSendsDataInOrder() throws Exception {
    Archetypes all = Archetypes.load();
    String[] lines = all.archetypes().stream().map(line -> line.id()).toArray(String[]::new);
    try (TestHost host = new TestHost(broker.address());
        Plant plant = plant("", lines)) {
      Set<String> births = new HashSet<>();
      Set<DataType> types = new HashSet<>();
      while (births.size() < 5 + 25 - 1) {
        Heard birth = host.await(message -> message.is("NBIRTH") || message.is("DBIRTH"));
        births.add(birth.topic());
        for (Metric metric : birth.payload().metrics()) {
          types.add(metric.type());
          assertThat(metric.value())
              .as(birth.topic() + metric.name())
              .isNotInstanceOf(Value.Absent.class);
        }
      }
      assertThat(types)
          .containsAll(
              EnumSet.complementOf(
                  EnumSet.of(DataType.UNKNOWN, DataType.PROPERTY_SET, DataType.PROPERTY_SET_LIST)));

      Set<String> sending = new HashSet<>();
      while (sending.size() < 24) {
        sending.add(host.await("DDATA").topic());
      }
      assertThat(plant.report().failed()).isZero();
    }
  }

  @Test
  void aRebirthIsAnsweredASetPointFollowedAndTheDeathMatchesTheBirth() throws Exception {
    try (TestHost host = new TestHost(broker.address())) {
      Plant plant = plant("", NODE);
      Value bdSeq = metric(host.await("NBIRTH"), "bdSeq").value();
      host.await("DDATA");

      host.command(
          new Topic.Edge(MessageType.NCMD, GROUP, NODE, null),
          "Node Control/Rebirth",
          new Value.Bool(true));
      Heard again = host.await("NBIRTH");
      assertThat(metric(again, "bdSeq").value()).isEqualTo(bdSeq);
      Heard device =
          host.await(message -> message.topic().endsWith("DBIRTH/" + NODE + "/mill-op30"));
      assertThat(metric(device, "Status/MachineSpeed").properties().get("engUnit"))
          .isEqualTo(new Value.Text(DataType.STRING, "part/min"));

      host.command(
          new Topic.Edge(MessageType.DCMD, GROUP, NODE, "mill-op30"),
          "Status/SetpointSpeed",
          new Value.Real(DataType.DOUBLE, 0.5));
      Heard followed =
          host.await(message ->
              message.topic().endsWith("DDATA/" + NODE + "/mill-op30")
                  && message.payload().metrics().stream()
                      .anyMatch(metric -> "Status/SetpointSpeed".equals(metric.name())));
      assertThat(metric(followed, "Status/SetpointSpeed").value())
          .isEqualTo(new Value.Real(DataType.DOUBLE, 0.5));

      plant.close();
      assertThat(metric(host.await("NDEATH"), "bdSeq").value()).isEqualTo(bdSeq);
    }
  }

  @Test
  void aNodeWaitsForItsPrimaryHostLeavesWithItAndSendsWhatItStoredMeanwhile() throws Exception {
    try (TestHost host = new TestHost(broker.address());
        Plant plant = plant("the-host", NODE)) {
      host.state("the-host", true, 1_000);
      Value first = metric(host.await("NBIRTH"), "bdSeq").value();
      host.await("DDATA");

      host.state("the-host", false, 500); // older than the last: ignored
      host.await("DDATA");
      host.state("the-host", false, 2_000);
      assertThat(metric(host.await("NDEATH"), "bdSeq").value()).isEqualTo(first);

      host.state("the-host", true, 3_000);
      assertThat(metric(host.await("NBIRTH"), "bdSeq").value()).isNotEqualTo(first);
      Heard late =
          host.await(message ->
              message.is("DDATA")
                  && message.payload().metrics().stream().anyMatch(Metric::historical));
      assertThat(late.payload().metrics()).allMatch(Metric::historical);
      assertThat(plant.ended()).isNotDone();
    }
  }

  @Test
  void aPlantStartedBeforeItsBrokerConnectsWhenTheBrokerComes() throws Exception {
    int port = TestBroker.freePort();
    BrokerAddress later = BrokerAddress.plain("127.0.0.1", port);
    try (Plant plant = plant(later, "", NODE);
        TestBroker late = new TestBroker(folder.resolve("late"), port);
        TestHost host = new TestHost(late.address())) {
      host.await("DDATA");
      assertThat(plant.ended()).isNotDone();
    }
  }

  @Test
  void aPlantSpeaksTlsToABrokerItWasToldToTrustAndToNoOther() throws Exception {
    TestCertificate certificate = new TestCertificate(folder);
    int port = TestBroker.freePort();
    BrokerAddress trusted = new BrokerAddress("localhost", port, true, certificate.certificate());
    try (TestBroker secure = new TestBroker(folder.resolve("secure"), port, certificate);
        TestHost host = new TestHost(trusted);
        Plant plant = plant(trusted, "", NODE)) {
      host.await("NBIRTH");
      host.await("DDATA");
      assertThat(plant.report().failed()).isZero();

      BrokerAddress unknown = new BrokerAddress("localhost", port, true, null);
      assertThat(MqttClients.create(unknown, "wary", 1, lost -> {}).connect())
          .failsWithin(PATIENCE)
          .withThrowableThat()
          .withStackTraceContaining("PKIX");
      assertThat(secure.refused()).isEmpty();
    }
  }
}
