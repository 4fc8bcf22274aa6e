// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.simulation.LineText.exponential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.study.MeasureKey;

/** Lines whose output is known exactly: SIMULATION B4 cases 9 to 11. */
class ExactLinesTest {

  @ParameterizedTest(name = "{0} stations, {1} places between")
  @CsvSource({
    "2, 4, 0.857143",
    "3, 0, 0.564103",
    "4, 0, 0.514775",
    "5, 0, 0.485798",
    "3, 1, 0.670466",
    "3, 2, 0.734017",
    "5, 2, 0.680489"
  })
  void aReliableSaturatedLineHasTheOutputOfItsMarkovChain(int stations, int buffer, double exact) {
    var report =
        LineText.tandem(stations, buffer, exponential(1))
            .with("replications", "30")
            .with("warmup", "200")
            .with("horizon", "6000")
            .run();

    Acceptance.of(report).rate("", "throughput", exact);
  }

  private static String breakdown(String failure, String repair) {
    return "\"breakdowns\":[{\"timeToFailure\":%s,\"timeToRepair\":%s}]".formatted(failure, repair);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.769231", "-1, 0.909091"})
  void threeMachinesThatWearOnlyWhileTheyWorkFollowBuzacott(int buffer, double exact) {
    String stops = breakdown(exponential(100), exponential(10));
    LineText text =
        new LineText()
            .with("replications", "30")
            .with("warmup", "2000")
            .with("horizon", buffer == 0 ? "62000" : "42000")
            .saturated("m1");
    // Unlimited buffers lie behind the slowest machine only, so that none grows for ever.
    if (buffer == 0) {
      text.station("m1", "0.25", "m2", stops).station("m2", "0.25", "m3", stops);
      text.station("m3", "0.25", "out", stops).sink();
      Acceptance.of(text.run()).rate("out", "throughput", exact / 0.25);
    } else {
      text.station("m1", "0.25", "b1", stops).buffer("b1", -1, "m2");
      text.station("m2", "0.125", "b2", stops).buffer("b2", -1, "m3");
      text.station("m3", "0.125", "out", stops).sink();
      Acceptance.of(text.run()).rate("out", "throughput", exact / 0.25);
    }
  }

  private static String geometric(double p) {
    return "{\"type\":\"geometric\",\"probability\":" + p + "}";
  }

  /**
   * The two-machine line of Buzacott and Gershwin: the buffer of size N holds the item in the
   * second machine too, hence N - 1, and the first machine works only when there is room: it blocks
   * before service.
   */
  private static LineText slotted(int size, double p1, double r1, double p2, double r2) {
    return new LineText()
        .with("ticksPerUnit", "1")
        .with("replications", "30")
        .with("warmup", "1000")
        .saturated("m1")
        .station("m1", "1", "b", "\"blocking\":\"before\"", breakdown(geometric(p1), geometric(r1)))
        .buffer("b", size - 1, "m2")
        .station("m2", "1", "out", breakdown(geometric(p2), geometric(r2)))
        .sink();
  }

  @ParameterizedTest(name = "buffer {0}")
  @CsvSource({"4, 0.840936", "10, 0.856175", "20, 0.870541", "100, 0.896937"})
  void aSlottedTwoMachineLineFollowsBuzacottAndGershwin(int size, double exact) {
    var report = slotted(size, 0.01, 0.1, 0.01, 0.1).with("horizon", "61000").run();

    Acceptance.of(report).rate("", "throughput", exact);
  }

  @Test
  void unequalMachinesKeepTheMeanLevelOfBuzacottAndGershwin() {
    var report = slotted(10, 0.1, 0.5, 0.05, 0.2).with("horizon", "61000").run();

    Acceptance.of(report).rate("", "throughput", 0.764958);
    double[] buffer = report.observations(content("b"));
    double[] machine = report.observations(content("m2"));
    for (int i = 0; i < buffer.length; i++) {
      buffer[i] += machine[i];
    }
    var level = Interval.of(buffer, 0.999);
    assertThat(level.holds(5.110615)).isTrue();
    assertThat(level.relativeHalfWidth()).isLessThan(0.02);
  }

  private static MeasureKey content(String element) {
    return MeasureKey.element(element, "content");
  }
}
