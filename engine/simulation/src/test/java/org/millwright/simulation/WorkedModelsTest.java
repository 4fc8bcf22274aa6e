// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.StudyPlan;
import org.millwright.simulation.study.StudyReport;

/** The models the README shows, held against the formulas that are known for them. */
class WorkedModelsTest {

  private static StudyReport run(String name) throws IOException {
    LineModel model =
        switch (ModelReader.read(Path.of("models", name))) {
          case ModelReading.Accepted accepted -> accepted.model();
          case ModelReading.Refused refused -> throw new AssertionError(refused.faults());
        };
    return LineText.run(model, StudyPlan.of(model.plan()).onThreads(2));
  }

  private static void expect(StudyReport report, String element, String measure, double exact) {
    double[] seen = report.observations(MeasureKey.element(element, measure));
    Interval interval = Interval.of(seen, 0.999);
    assertThat(interval.holds(exact))
        .as("%s.%s: exact %s, seen %s", element, measure, exact, interval)
        .isTrue();
    assertThat(interval.relativeHalfWidth()).isLessThan(0.06);
  }

  @Test
  void theClosedNetworkHasTheProductFormOfGordonAndNewell() throws IOException {
    StudyReport report = run("closed-network.json");

    double exact = 0.8 * (1 - Math.pow(0.8, 10)) / (1 - Math.pow(0.8, 11));
    expect(report, "s1", "throughput", exact);
    expect(report, "s2", "state.RUNNING", exact / 0.8);
    assertThat(report.interval(MeasureKey.system("wip")).mean()).isEqualTo(10);
  }

  @Test
  void oneRepairerForThreeMachinesIsTheMachineRepairModel() throws IOException {
    StudyReport report = run("repair-crew.json");

    double idle = 1 / (1 + 0.75 + 0.375 + 0.09375);
    expect(report, "m1", "state.RUNNING", 4 * (1 - idle) / 3);
    double[] busy = report.observations(new MeasureKey("pools", "crew", "busy"));
    assertThat(Interval.of(busy, 0.999).holds(1 - idle)).isTrue();
  }

  @Test
  void rushOrdersInterruptOthersAsInThePreemptivePriorityQueue() throws IOException {
    StudyReport report = run("priorities.json");

    expect(report, "out", "leadTime.rush", 1 / 0.8);
    expect(report, "out", "leadTime.normal", 1 / (0.8 * 0.3));
  }

  @Test
  void theTwoMachineLineWearsOutOnlyWhileItWorks() throws IOException {
    StudyReport report = run("two-machines.json");

    double running = report.interval(MeasureKey.element("press", "state.RUNNING")).mean();
    double broken = report.interval(MeasureKey.element("press", "state.BREAKDOWN")).mean();
    assertThat(broken / running).isCloseTo(0.1, within(0.01));
  }

  @Test
  void thePlantWithEverythingUsesEveryElementAndComesToItsEnd() throws IOException {
    StudyReport report = run("plant.json");

    for (String element :
        new String[] {"mill", "check", "mount", "oven", "fill", "unpack", "pump"}) {
      assertThat(report.interval(MeasureKey.element(element, "throughput")).mean()).isPositive();
    }
    assertThat(report.interval(MeasureKey.element("mill", "state.PLANNED_STOP")).mean())
        .as("16.5 of 24 hours are worked; jobs are finished after the shift")
        .isCloseTo(1 - 930.0 / 1440, within(0.01));
    assertThat(report.interval(MeasureKey.element("pump", "throughput")).mean())
        .isCloseTo(
            2 * report.interval(MeasureKey.element("fill", "throughput")).mean(), within(0.02));
  }
}
