// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.plant.broker.TestBroker;
import org.millwright.plant.broker.TestHost;
import org.millwright.plant.broker.TestHost.Heard;
import org.millwright.plant.edge.CredentialSource;

class LoadIT {

  @TempDir private static Path folder;
  private static TestBroker broker;

  @BeforeAll
  static void startBroker() throws IOException {
    broker = new TestBroker(folder, TestBroker.freePort());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatTheReportCountsIsWhatAHostReceives(int qos) throws Exception {
    try (TestHost host = new TestHost(broker.address())) {
      LoadReport report = LoadGenerator.run(settings(qos), line -> {});

      long births = 0;
      long messages = 0;
      long metrics = 0;
      int deaths = 0;
      while (deaths < 3) {
        Heard next = host.await(message -> true);
        births += next.topic().contains("BIRTH") ? 1 : 0;
        deaths += next.is("NDEATH") ? 1 : 0;
        if (next.is("DDATA")) {
          messages++;
          metrics += next.payload().metrics().size();
        }
      }

      assertThat(births).isEqualTo(3 * (1 + 4)).isEqualTo(report.births());
      assertThat(messages).isEqualTo(report.messages()).isPositive();
      assertThat(metrics).isEqualTo(report.metrics());
      assertThat(report.metrics()).isEqualTo(report.messages() * 5);
      assertThat(report.birthMetrics()).isEqualTo(3 * (2 + 4 * 20));
      assertThat(report.failed()).isZero();
      assertThat(report.lost()).isZero();
      assertThat((double) report.metrics()).isCloseTo(2 * 5_000, withinPercentage(5));
    }
  }

  private static LoadSettings settings(int qos) {
    return new LoadSettings(
        broker.address(),
        new CredentialSource.Pattern("{group}/{node}", "secret of {group}/{node}"),
        "load",
        "load-",
        3,
        4,
        20,
        5_000,
        0.25,
        qos,
        Duration.ofSeconds(2),
        1);
  }
}
