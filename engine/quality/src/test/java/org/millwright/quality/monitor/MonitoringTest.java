// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millwright.quality.Outcome;

class MonitoringTest {

  private static final List<String> NAMES = List.of("flow", "valve", "level", "heat");

  /** Four tags driven by two slow causes, with noise. */
  private static double[][] plant(long seed, int length) {
    Random random = new Random(seed);
    double[][] rows = new double[length][];
    double first = 0;
    double second = 0;
    for (int t = 0; t < length; t++) {
      first = 0.8 * first + random.nextGaussian();
      second = 0.5 * second + random.nextGaussian();
      rows[t] =
          new double[] {
            10 + first + 0.2 * random.nextGaussian(),
            5 - first + 0.2 * random.nextGaussian(),
            3 + second + 0.2 * random.nextGaussian(),
            7 + second - first + 0.2 * random.nextGaussian()
          };
    }
    return rows;
  }

  private static ProcessModel model(MonitorSettings settings) {
    return ProcessLearning.learn(NAMES, plant(1, 1_000), settings)
            instanceof Outcome.Done<ProcessModel> done
        ? done.value()
        : null;
  }

  @Test
  void healthyProcessAlarmsAboutAsOftenAsPromised() {
    Monitoring fresh = Monitoring.of(model(MonitorSettings.pca(2, 0.99)), plant(2, 4_000), 0);

    assertThat(fresh.falseAlarmPercent()).isBetween(0.5, 4.0); // two limits of 1 % each
    assertThat(fresh.detectionPercent()).isNaN();
  }

  @Test
  void learnedLimitsKeepTheirPromiseToo() {
    Monitoring fresh = Monitoring.of(model(MonitorSettings.EARLY), plant(2, 4_000), 0);

    assertThat(fresh.falseAlarmPercent()).isBetween(0.5, 8.0); // two smoothings of 2 % each
  }

  @Test
  void aWarningNamesTheVariableAndSinceWhen() {
    double[][] rows = plant(3, 400);
    for (int t = 200; t < 400; t++) {
      rows[t][1] += 3;
    }
    Monitoring result = Monitoring.of(model(MonitorSettings.pca(2, 0.99)), rows, 201);

    assertThat(result.detectionPercent()).isGreaterThan(95);
    assertThat(result.delay()).isLessThan(5);
    Monitoring.Warning warning =
        result.warnings().stream().filter(w -> w.alarms() > 50).findFirst().orElseThrow();
    assertThat(warning.variables().getFirst().variable()).isEqualTo("valve");
    assertThat(warning.variables().getFirst().direction()).isEqualTo("high");
    assertThat(warning.since()).isBetween(195, 201);
  }

  @Test
  void smoothingSeesASmallShiftThatSamplesAloneDoNot() {
    double[][] rows = plant(4, 600);
    for (int t = 300; t < 600; t++) {
      rows[t][2] += 0.5;
    }
    MonitorSettings slow = new MonitorSettings(2, 0, 0, 0.99, List.of(0.1), true);
    Monitoring plain = Monitoring.of(model(MonitorSettings.pca(2, 0.99)), rows, 301);
    Monitoring smooth = Monitoring.of(model(slow), rows, 301);

    assertThat(smooth.detectionPercent()).isGreaterThan(plain.detectionPercent() + 20);
  }

  @Test
  void statisticsAreTheDefinitions() {
    ProcessModel model = model(MonitorSettings.pca(4, 0.99));
    ProcessStream stream = model.stream();
    stream.accept(model.means());

    assertThat(stream.t2(0)).isCloseTo(0, within(1e-12));
    assertThat(model.explained()).isCloseTo(1, within(1e-9));
    assertThat(model.eigenvalues().stream().mapToDouble(v -> v).sum()).isCloseTo(4, within(1e-9));
  }

  @Test
  void referencesThatTeachNothingAreRefused() {
    double[][] still = plant(1, 200);
    for (double[] row : still) {
      row[3] = 1;
    }
    MonitorSettings settings = MonitorSettings.pca(2, 0.99);

    assertThat(ProcessLearning.learn(NAMES, still, settings)).isInstanceOf(Outcome.Refused.class);
    assertThat(ProcessLearning.learn(NAMES, plant(1, 4), settings))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(ProcessLearning.learn(NAMES, plant(1, 99), MonitorSettings.pca(5, 0.99)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aTagThatLeavesItsLevelIsSeenAndItsSeasonIsNot() {
    Random random = new Random(9);
    double[] values = new double[4_000];
    for (int t = 0; t < values.length; t++) {
      double season = 3 * Math.sin(2 * Math.PI * t / 20_000);
      values[t] = 50 + season + random.nextGaussian() + (t >= 3_000 ? -8 : 0);
    }
    TagModel model =
        TagModel.learn(java.util.Arrays.copyOf(values, 1_500), TagModel.FAST, 0.002, 1.2)
                instanceof Outcome.Done<TagModel> done
            ? done.value()
            : null;
    TagStream stream = model.stream();
    int before = 0;
    int first = -1;
    for (int t = 1_500; t < values.length; t++) {
      boolean alarm = stream.accept(values[t]) > 1;
      before += alarm && t < 3_000 ? 1 : 0;
      first = alarm && t >= 3_000 && first < 0 ? t : first;
    }

    assertThat(before).isLessThan(30);
    assertThat(first).isBetween(3_000, 3_010);
    assertThat(stream.accept(Double.NaN)).isNaN();
    assertThat(TagModel.learn(new double[100], TagModel.FAST, 0.002, 1.2))
        .isInstanceOf(Outcome.Refused.class);
  }
}
