// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Samples;
import org.millwright.quality.svg.ControlChartDrawing;

class ControlChartsTest {

  static final List<String> NAMES = ControlCharts.NAMES;

  private static ChartData data(String name, int points) {
    Random random = new Random(7);
    List<double[]> rows = new java.util.ArrayList<>();
    for (int i = 0; i < points; i++) {
      rows.add(
          switch (name) {
            case "p", "np", "c", "u", "laney-p", "laney-u" -> new double[] {random.nextInt(9), 40};
            case "g" -> new double[] {random.nextInt(50)};
            case "t" -> new double[] {1 + random.nextInt(50)};
            case "xbar-r", "xbar-s", "three-way" ->
                new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            default -> new double[] {random.nextGaussian()};
          });
    }
    return ChartData.of(rows);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyChartHasLimitsAroundItsCentreAndADrawing(String name) {
    ControlChart chart = NistHandbookTest.chart(name, data(name, 30), ChartOptions.defaults());

    for (ControlChart.Panel panel : chart.panels()) {
      assertThat(panel.points()).hasSize(30);
      for (ControlChart.Point point : panel.points()) {
        assertThat(point.lcl() > point.center() || point.ucl() < point.center()).isFalse();
      }
    }
    assertThat(ControlChartDrawing.draw(chart))
        .startsWith("<svg")
        .contains("<title>" + chart.title())
        .doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource({
    "XbarR, xbar-r", "X-bar S, xbar-s", "I-MR, i-mr", "xmr, i-mr", "p', laney-p",
    "Laney u prime, laney-u", "T2, t2", "hotelling, t2", "I-MR-R/S, three-way", "EWMA, ewma"
  })
  void chartsAreKnownByManyNames(String text, String name) {
    assertThat(ControlCharts.name(text)).isEqualTo(Outcome.of(name));
  }

  @Test
  void unequalSubgroupsHaveLimitsOfTheirOwn() {
    ChartData data =
        ChartData.of(
            List.of(
                new double[] {1, 2},
                new double[] {2, 3, 4, 3},
                new double[] {1, 3},
                new double[] {2, 2, 4, 5}));
    ControlChart chart = NistHandbookTest.chart("xbar-s", data, ChartOptions.defaults());

    List<ControlChart.Point> points = chart.panel("xbar").points();
    double wide = points.get(0).ucl() - points.get(0).center();
    double narrow = points.get(1).ucl() - points.get(1).center();
    assertThat(wide / narrow).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(chart.ucl()).isNaN();
    assertThat(chart.subgroupSize()).isNull();
  }

  @Test
  void stagesHaveLimitsOfTheirOwnAndRulesStartAfresh() {
    ChartData plain = ChartData.individuals(1, 2, 1, 2, 1, 11, 12, 11, 12, 11);
    ChartData staged =
        new ChartData(
            plain.rows(),
            plain.labels(),
            List.of("a", "a", "a", "a", "a", "b", "b", "b", "b", "b"),
            plain.parts(),
            List.of());
    ControlChart chart = NistHandbookTest.chart("i-mr", staged, ChartOptions.defaults());

    assertThat(chart.stages()).extracting(s -> s.center()).containsExactly(1.4, 11.4);
    assertThat(chart.inControl()).isTrue();
    assertThat(chart.panel("mr").points().get(5).value()).isNaN();
  }

  @Test
  void pointsBeyondTheLimitsAreLeftOutWithTheReason() {
    double[] values = {5, 6, 5, 6, 5, 6, 5, 30, 6, 5, 6, 5, 6, 5, 6};
    ChartOptions automatic =
        ChartOptions.defaults().withPhase(new ChartOptions.Phase(0, Map.of(), true));
    ControlChart chart = NistHandbookTest.chart("i-mr", ChartData.individuals(values), automatic);

    assertThat(chart.excluded())
        .anySatisfy(e -> {
          assertThat(e.point()).isEqualTo(8);
          assertThat(e.reason()).contains("beyond the upper limit");
        });
    assertThat(chart.center()).isBetween(5.0, 6.0);
    assertThat(chart.violations()).isNotEmpty();
  }

  @Test
  void phaseTwoPointsDoNotMoveTheLimits() {
    ChartOptions five =
        ChartOptions.defaults().withPhase(new ChartOptions.Phase(5, Map.of(), false));
    ControlChart calm =
        NistHandbookTest.chart("i-mr", ChartData.individuals(1, 2, 1, 2, 1, 2, 2), five);
    ControlChart wild =
        NistHandbookTest.chart("i-mr", ChartData.individuals(1, 2, 1, 2, 1, 99, 50), five);

    assertThat(wild.ucl()).isEqualTo(calm.ucl());
    assertThat(wild.panel("individuals").points().get(5).phase()).isEqualTo("II");
  }

  @Test
  void laneyLimitsAreThePChartsWidenedBySigmaZ() {
    ChartData data = data("p", 30);
    ControlChart plain = NistHandbookTest.chart("p", data, ChartOptions.defaults());
    ControlChart laney = NistHandbookTest.chart("laney-p", data, ChartOptions.defaults());

    double ratio = (laney.ucl() - laney.center()) / (plain.ucl() - plain.center());
    assertThat(ratio).isCloseTo(laney.figures().get("sigmaZ"), within(1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"rbar", "mvlue-r", "sbar", "mvlue-s", "pooled", "pooled-c4"})
  void everyEstimateFindsSigma(String method) {
    Random random = new Random(11);
    List<double[]> groups = new java.util.ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double[] group = new double[3 + i % 3];
      for (int j = 0; j < group.length; j++) {
        group[j] = 4 * random.nextGaussian();
      }
      groups.add(group);
    }

    assertThat(Spread.within(groups, method, "").sigma()).isCloseTo(4, within(0.08));
  }

  /** Crowder 1987 and Lucas and Crosier 1982. */
  @Test
  void runLengthsAreThoseOfTheTables() {
    assertThat(RunLength.cusum(0.5, 5, 0)).isCloseTo(465, within(1.0));
    assertThat(RunLength.cusum(0.5, 4, 0)).isCloseTo(168, within(1.0));
    assertThat(RunLength.cusum(0.5, 5, 1)).isCloseTo(10.4, within(0.05));
    assertThat(RunLength.ewma(0.1, 2.814, 0)).isCloseTo(500, within(5.0));
    assertThat(RunLength.ewma(0.1, 2.814, 1)).isCloseTo(10.3, within(0.1));
  }

  @Test
  void threeWayChartSeparatesBetweenFromWithin() {
    ControlChart chart =
        NistHandbookTest.chart("three-way", data("three-way", 30), ChartOptions.defaults());

    assertThat(chart.panels()).extracting(p -> p.name()).containsExactly("xbar", "mr", "r");
    double within = chart.figures().get("sigmaWithin");
    assertThat(within).isCloseTo(1, within(0.2));
    assertThat(chart.figures().get("sigmaOfMeans"))
        .isCloseTo(chart.figures().get("mrBar") / 1.128379, within(1e-5));
    assertThat(Samples.mean(Samples.array(chart.columns().get("size")))).isEqualTo(3);
  }
}
