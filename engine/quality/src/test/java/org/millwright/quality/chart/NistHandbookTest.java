// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.quality.Outcome;

/** The worked examples of the NIST/SEMATECH e-Handbook of Statistical Methods, 6.3. */
class NistHandbookTest {

  private static final double[] FLOW = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};

  static ControlChart chart(String name, ChartData data, ChartOptions options) {
    return ControlCharts.build(name, data, options) instanceof Outcome.Done<ControlChart> done
        ? done.value()
        : null;
  }

  @Test
  void individualsOfFlowRate() {
    ControlChart chart = chart("i-mr", ChartData.individuals(FLOW), ChartOptions.defaults());

    assertThat(chart.center()).isCloseTo(50.81, within(1e-9));
    assertThat(chart.figures().get("mrBar")).isCloseTo(1.8778, within(5e-5));
    assertThat(chart.ucl()).isCloseTo(55.8041, within(2e-3)); // printed with d2 = 1.128
    assertThat(chart.lcl()).isCloseTo(45.8159, within(2e-3));
    assertThat(chart.inControl()).isTrue();
  }

  @Test
  void ewmaOfTwentyValues() {
    double[] values = {
      52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8,
      51.2, 52.6, 52.4, 53.6, 52.1
    };
    ChartOptions options =
        ChartOptions.defaults()
            .withGiven(new ChartOptions.Standards(50, 2.0539))
            .withMemory(new ChartOptions.Memory(0.3, 0.5, Double.NaN, 0, 0, true));
    ControlChart chart = chart("ewma", ChartData.individuals(values), options);

    assertThat(chart.ucl()).isCloseTo(52.5884, within(5e-5));
    assertThat(chart.lcl()).isCloseTo(47.4115, within(1e-4));
    assertThat(chart.panel("ewma").points().get(0).value()).isCloseTo(50.60, within(5e-3));
    assertThat(chart.panel("ewma").points().get(19).value()).isCloseTo(51.99, within(5e-3));
  }

  @Test
  void cusumOfTwentyMeans() {
    double[] values = {
      324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225, 324.600,
      324.625, 325.150, 328.325, 327.250, 327.825, 328.500, 326.675, 327.775, 326.875, 328.350
    };
    // The handbook's k = 0.3175 and h = 4.1959 are in the unit of the data.
    ChartOptions options =
        ChartOptions.defaults()
            .withGiven(new ChartOptions.Standards(325, 1))
            .withMemory(new ChartOptions.Memory(0.2, 0.3175, 4.1959, 0, 0, false));
    ControlChart chart = chart("cusum", ChartData.individuals(values), options);

    assertThat(chart.columns().get("cPlus").get(12)).isCloseTo(3.0075, within(1e-9));
    assertThat(chart.columns().get("cPlus").get(13)).isCloseTo(4.9400, within(1e-9));
    assertThat(chart.violations().getFirst().points()).containsExactly(14);
  }

  @Test
  void countsOfDefectsOnWafers() {
    double[] counts = {
      16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16,
      31, 13
    };
    ControlChart chart = chart("c", counts(counts, 1), ChartOptions.defaults());

    assertThat(chart.center()).isEqualTo(16);
    assertThat(chart.ucl()).isCloseTo(28, within(1e-9));
    assertThat(chart.lcl()).isCloseTo(4, within(1e-9));
    assertThat(chart.violations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.points()).containsExactly(24));
  }

  @Test
  void sharesOfDefectiveChips() {
    double[] counts = {
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
      7, 13, 9, 6
    };
    ControlChart chart = chart("p", counts(counts, 50), ChartOptions.defaults());

    assertThat(chart.center()).isCloseTo(0.2313, within(5e-5));
    assertThat(chart.ucl()).isCloseTo(0.4102, within(5e-5));
    assertThat(chart.lcl()).isCloseTo(0.0524, within(5e-5));
    assertThat(chart.violations().stream().flatMap(v -> v.points().stream()))
        .containsExactly(15, 23);
  }

  static ChartData counts(double[] counts, double size) {
    double[] sizes = new double[counts.length];
    Arrays.fill(sizes, size);
    return ChartData.counts(counts, sizes);
  }
}
