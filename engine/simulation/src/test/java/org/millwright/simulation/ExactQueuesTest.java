// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.millwright.simulation.LineText.exponential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues whose figures are known exactly: SIMULATION B4 cases 1 to 6. */
class ExactQueuesTest {

  private static LineText queue(double rate, String time, String more) {
    return new LineText()
        .with("replications", "30")
        .with("warmup", "2000")
        .with("seed", "20260101")
        .poisson(rate, "q")
        .buffer("q", -1, "m")
        .station("m", time, "out", more)
        .element("sink", "out", "\"thresholds\":[10]");
  }

  @Test
  void oneServerFollowsErlang() {
    var report = queue(0.8, exponential(1), "\"places\":1").with("horizon", "220000").run();

    Acceptance.of(report)
        .queue("", "wip", 4)
        .queue("q", "content", 3.2)
        .queue("out", "leadTime", 5)
        .queue("out", "leadTimeAbove10.0", 0.135335)
        .rate("", "throughput", 0.8);
  }

  @Test
  void tenServersFollowErlangC() {
    var report = queue(8, exponential(1), "\"places\":10").with("horizon", "34000").run();

    Acceptance.of(report)
        .queue("q", "content", 1.636721)
        .queue("q", "stay", 0.204590)
        .rate("m", "content", 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1.6 | 60000",
        "{\"type\":\"erlang\",\"phases\":4,\"mean\":1} | 2.0 | 60000",
        "{\"type\":\"hyperexponential\",\"mean\":1,\"scv\":4} | 8.0 | 400000"
      })
  void serviceVariationLengthensTheQueueAsPollaczekAndKhinchineSay(
      String time, double exact, long horizon) {
    var report = queue(0.8, time, "\"places\":1").with("horizon", "" + horizon).run();

    Acceptance.of(report).queue("q", "content", exact);
  }

  @Test
  void aFullRoomLosesTheShareOfTheTruncatedGeometricDistribution() {
    var report =
        new LineText()
            .with("replications", "30")
            .with("warmup", "1000")
            .with("horizon", "60000")
            .element(
                "source",
                "in",
                "\"interarrival\":%s,\"whenFull\":\"lose\",\"to\":\"q\""
                    .formatted(exponential(1.25)))
            .buffer("q", 4, "m")
            .station("m", exponential(1), "out")
            .sink()
            .run();

    Acceptance.of(report)
        .queue("in", "lostShare", 0.088819)
        .rate("", "throughput", 0.728944)
        .queue("", "wip", 1.868332);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1",
        "{\"type\":\"exponential\",\"mean\":1}",
        "{\"type\":\"gamma\",\"shape\":0.5,\"mean\":1}"
      })
  void lossWithoutWaitingRoomDependsOnlyOnTheMeanService(String time) {
    var report =
        new LineText()
            .with("replications", "30")
            .with("warmup", "100")
            .with("horizon", "6000")
            .element(
                "source",
                "in",
                "\"interarrival\":%s,\"whenFull\":\"lose\",\"to\":\"m\""
                    .formatted(exponential(0.1)))
            .station("m", time, "out", "\"places\":10")
            .sink()
            .run();

    Acceptance.of(report).queue("in", "lostShare", 0.214582);
  }

  @Test
  void aNetworkWithReworkHasTheProductFormOfJackson() {
    var report =
        new LineText()
            .with("replications", "30")
            .with("warmup", "1000")
            .with("horizon", "60000")
            .poisson(1, "q1")
            .buffer("q1", -1, "s1")
            .station("s1", exponential(1 / 2.0), "q2")
            .buffer("q2", -1, "s2")
            .station(
                "s2",
                exponential(3 / 5.0),
                "[{\"to\":\"q1\",\"probability\":0.2},{\"to\":\"q3\",\"probability\":0.8}]")
            .buffer("q3", -1, "s3")
            .station("s3", exponential(4 / 5.0), "out")
            .sink()
            .run();

    Acceptance.of(report)
        .queue("", "wip", 8.6667)
        .queue("out", "leadTime", 8.6667)
        .queue("s1", "state.RUNNING", 0.625)
        .queue("s2", "state.RUNNING", 0.75)
        .queue("s3", "state.RUNNING", 0.8);
  }
}
