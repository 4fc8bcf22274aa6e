// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.quality.Outcome;

class MultivariateChartsTest {

  private static VectorData data(int points, int each, double copy) {
    Random random = new Random(5);
    List<List<double[]>> groups = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      List<double[]> group = new ArrayList<>();
      for (int j = 0; j < each; j++) {
        double a = random.nextGaussian();
        double b = 0.8 * a + copy * random.nextGaussian();
        group.add(new double[] {a, b});
      }
      groups.add(group);
      labels.add("" + i);
    }
    return new VectorData(List.of("a", "b"), labels, groups);
  }

  private static MultivariateChart chart(String name, VectorData data, VectorOptions options) {
    return MultivariateCharts.build(name, data, options)
            instanceof Outcome.Done<MultivariateChart> done
        ? done.value()
        : null;
  }

  /** Over all phase I points T² sums to p(m − 1) exactly. */
  @Test
  void phaseOneSumsToItsDegreesOfFreedom() {
    MultivariateChart chart = chart("t2", data(40, 1, 0.5), VectorOptions.DEFAULT);
    double sum = chart.chart().columns().get("t2").stream().mapToDouble(v -> v).sum();

    assertThat(sum).isCloseTo(2 * 39, within(1e-8));
    assertThat(chart.chart().ucl()).isLessThan(chart.chart().figures().get("uclPhase2"));
  }

  /** Montgomery's example: p = 2, m = 20, n = 10, α = 0.001 gives 13.72 in phase I. */
  @Test
  void subgroupLimitOfTheTextbook() {
    VectorOptions options = new VectorOptions(0.001, 0, false, 0.1, Double.NaN, 200);
    MultivariateChart chart = chart("t2", data(20, 10, 0.5), options);

    assertThat(chart.chart().ucl()).isCloseTo(13.72, within(0.01));
  }

  @ParameterizedTest(name = "p = {0}, lambda = {1}")
  @CsvSource({"2, 0.1, 8.66", "2, 0.2, 9.65", "4, 0.1, 12.73", "6, 0.1, 16.37"})
  void mewmaLimitsAreThoseOfPrabhuAndRunger(int variables, double lambda, double limit) {
    assertThat(MewmaRunLength.limit(variables, lambda, 200)).isCloseTo(limit, within(0.06));
  }

  @Test
  void variablesThatMoveTogetherExactlyAreRefused() {
    assertThat(MultivariateCharts.build("t2", data(30, 1, 0), VectorOptions.DEFAULT))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(MultivariateCharts.build("t2", data(3, 1, 1), VectorOptions.DEFAULT))
        .isInstanceOf(Outcome.Refused.class);
  }
}
