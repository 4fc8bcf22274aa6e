// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.millwright.quality.Outcome;
import org.millwright.quality.rules.RuleSet;

class StreamEqualsBatchTest {

  private static ChartOptions options(String name) {
    double center = name.equals("p") ? 0.2 : name.equals("c") || name.equals("u") ? 3 : 10;
    RuleSet rules =
        RuleSet.parse("nelson") instanceof Outcome.Done<RuleSet> done ? done.value() : null;
    return ChartOptions.defaults()
        .withRules(rules)
        .withGiven(new ChartOptions.Standards(center, 2))
        .withMemory(new ChartOptions.Memory(0.3, 0.5, 4, 0.5, 3, false));
  }

  private static List<double[]> samples(String name, long seed, int length) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double drift = i > length / 2 ? 2 : 0;
      if (List.of("p", "np", "c", "u").contains(name)) {
        double size = name.equals("c") ? 1 : 20;
        rows.add(new double[] {random.nextInt(15) + (drift > 0 ? 5 : 0), size});
      } else {
        int size = name.equals("i-mr") ? 1 : name.startsWith("xbar") ? 2 + random.nextInt(4) : 3;
        double[] row = new double[size];
        for (int j = 0; j < size; j++) {
          row[j] = 10 + drift + 2 * random.nextGaussian();
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Property(tries = 25)
  void everyStreamedChartGivesTheBatchChartsSpotsAndSignals(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int length) {
    for (String name : ChartStream.NAMES) {
      List<double[]> rows = samples(name, seed, length);
      ControlChart batch = NistHandbookTest.chart(name, ChartData.of(rows), options(name));
      ChartStream stream =
          ChartStream.start(name, options(name)) instanceof Outcome.Done<ChartStream> done
              ? done.value()
              : null;
      for (int i = 0; i < rows.size(); i++) {
        stream.accept(rows.get(i));
        for (int p = 0; p < batch.panels().size(); p++) {
          ControlChart.Point point = batch.panels().get(p).points().get(i);
          Spot spot = stream.spot(p);
          assertThat(
                  new double[] {
                    spot.value(), spot.center(), spot.sigma(), spot.lower(), spot.upper()
                  })
              .as("%s point %d", name, i + 1)
              .containsExactly(
                  point.value(), point.center(), point.sigma(), point.lcl(), point.ucl());
          int mask = point.rules().stream().mapToInt(id -> 1 << id).sum();
          assertThat(stream.signals(p)).isEqualTo(mask);
        }
      }
    }
  }

  @Test
  void aStreamNeedsStandards() {
    assertThat(ChartStream.start("xbar-r", ChartOptions.defaults()))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(ChartStream.start("g", options("g"))).isInstanceOf(Outcome.Refused.class);
  }
}
