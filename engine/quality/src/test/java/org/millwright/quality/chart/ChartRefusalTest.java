// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.quality.Outcome;

class ChartRefusalTest {

  private static String code(String name, ChartData data, ChartOptions options) {
    return ControlCharts.build(name, data, options) instanceof Outcome.Refused<ControlChart> no
        ? no.refusal().code()
        : "drawn";
  }

  private static String code(String name, ChartData data) {
    return code(name, data, ChartOptions.defaults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"i-mr", "ewma", "cusum", "ma", "g", "dnom"})
  void constantDataGiveNoLimits(String name) {
    ChartData data = ChartData.individuals(0, 0, 0, 0, 0);

    assertThat(code(name, data)).isEqualTo("QUALITY-CONSTANT-DATA");
    assertThat(code("i-mr", ChartData.individuals(7, 7, 8, 7))).isEqualTo("drawn");
  }

  @Test
  void constantSubgroupsAndCountsGiveNoLimits() {
    double[] group = {5, 5, 5};
    ChartData same = ChartData.of(List.of(group, group, group));

    assertThat(code("xbar-r", same)).isEqualTo("QUALITY-CONSTANT-DATA");
    assertThat(code("xbar-s", same)).isEqualTo("QUALITY-CONSTANT-DATA");
    assertThat(code("p", NistHandbookTest.counts(new double[] {0, 0, 0}, 10)))
        .isEqualTo("QUALITY-CONSTANT-DATA");
  }

  @Test
  void onePointIsNoChart() {
    assertThat(code("i-mr", ChartData.individuals(3))).isEqualTo("QUALITY-TOO-FEW-POINTS");
    assertThat(code("xbar-r", ChartData.of(List.of(new double[] {1, 2}))))
        .isEqualTo("QUALITY-TOO-FEW-POINTS");
  }

  @Test
  void missingAndInfiniteValuesAreNamed() {
    assertThat(code("i-mr", ChartData.individuals(1, Double.NaN, 2)))
        .isEqualTo("QUALITY-VALUE-MISSING");
    assertThat(code("i-mr", ChartData.individuals(1, Double.POSITIVE_INFINITY, 2)))
        .isEqualTo("QUALITY-VALUE-INFINITE");
  }

  @Test
  void subgroupsOfOneHaveNoRange() {
    ChartData data = ChartData.of(List.of(new double[] {1, 2}, new double[] {3}));

    assertThat(code("xbar-r", data)).isEqualTo("QUALITY-SUBGROUP-OF-ONE");
    assertThat(code("xbar-s", data)).isEqualTo("QUALITY-SUBGROUP-OF-ONE");
    assertThat(code("three-way", data)).isEqualTo("QUALITY-SUBGROUP-OF-ONE");
  }

  @Test
  void countsMustBeCountsWithinTheirSize() {
    assertThat(code("np", NistHandbookTest.counts(new double[] {1, 12, 3}, 10)))
        .isEqualTo("QUALITY-COUNT-OVER-SIZE");
    assertThat(code("p", NistHandbookTest.counts(new double[] {0.1, 0.2}, 10)))
        .isEqualTo("QUALITY-COUNT");
    assertThat(code("u", NistHandbookTest.counts(new double[] {1, 2}, 0)))
        .isEqualTo("QUALITY-SIZE");
    assertThat(code("t", ChartData.individuals(1, -2, 3))).isEqualTo("QUALITY-TIME");
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    ChartData data = ChartData.individuals(1, 2, 3, 2, 1);
    ChartOptions usual = ChartOptions.defaults();

    assertThat(code("i-mr", data, usual.withSigmas(0))).isEqualTo("QUALITY-OPTION-RANGE");
    assertThat(code("i-mr", data, usual.withPhase(new ChartOptions.Phase(9, Map.of(), false))))
        .isEqualTo("QUALITY-OPTION-RANGE");
    assertThat(
            code("ewma", data, usual.withMemory(new ChartOptions.Memory(1.5, 1, 5, 0, 0, false))))
        .isEqualTo("QUALITY-OPTION-RANGE");
  }
}
