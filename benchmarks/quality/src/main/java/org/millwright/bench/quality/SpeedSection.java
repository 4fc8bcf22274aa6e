// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.millwright.quality.chart.ChartOptions;
import org.millwright.quality.chart.ChartStream;
import org.millwright.quality.monitor.MonitorSettings;
import org.millwright.quality.monitor.ProcessLearning;
import org.millwright.quality.monitor.ProcessModel;
import org.millwright.quality.monitor.ProcessStream;
import org.millwright.quality.rules.RuleSet;

/** Streaming chart updates a second, and what monitoring costs. */
final class SpeedSection {

  private static final int UPDATES = 3_000_000;
  private static final int TAGS = 100;
  private static final int UNITS = 1_000;
  private static final int SECONDS = 20;
  private static final double NANOS = 1e9;

  private SpeedSection() {}

  static String run() {
    Markdown charts =
        new Markdown(
            "streaming chart, all eight Nelson rules", "updates/s, one core", "aim 1,000,000");
    for (String name : List.of("i-mr", "xbar-r", "xbar-s", "p", "ewma", "cusum", "ma")) {
      double rate = rate(name);
      charts.row(name, Markdown.number(rate, 0), Markdown.met(rate >= 1e6));
    }
    Markdown monitors =
        new Markdown("100 tags at 1 Hz, 1,000 work units", "components", "core used", "aim 0.5");
    monitor(
        monitors,
        "PCA, 90 % of variance",
        new MonitorSettings(0, 0.9, 0, 0.99, List.of(1.0), false));
    monitor(monitors, "early warning (2 lags, fast and slow)", MonitorSettings.EARLY);
    return charts.end() + monitors.end();
  }

  /** The best of three runs after a warm-up: other programs only ever make it slower. */
  private static double rate(String name) {
    double best = 0;
    for (int run = 0; run < 4; run++) {
      ChartStream stream = Data.done(ChartStream.start(name, options(name)));
      double[][] rows = rows(name);
      long cpu = cpu();
      for (int i = 0; i < UPDATES; i++) {
        stream.accept(rows[i % rows.length]);
      }
      double rate = UPDATES * NANOS / (cpu() - cpu);
      best = run == 0 ? 0 : Math.max(best, rate);
    }
    return best;
  }

  private static ChartOptions options(String name) {
    return ChartOptions.defaults()
        .withRules(Data.done(RuleSet.parse("nelson")))
        .withGiven(new ChartOptions.Standards(name.equals("p") ? 0.1 : 0, 1));
  }

  private static double[][] rows(String name) {
    Random random = new Random(1);
    int size = name.startsWith("xbar") ? 5 : 1;
    return IntStream.range(0, 1_024)
        .mapToObj(i ->
            name.equals("p")
                ? new double[] {random.nextInt(20), 100}
                : random.doubles(size).map(u -> 6 * u - 3).toArray())
        .toArray(double[][]::new);
  }

  private static void monitor(Markdown table, String name, MonitorSettings settings) {
    List<String> names = IntStream.range(0, TAGS).mapToObj(j -> "tag" + j).toList();
    Plant plant = new Plant(new Random(2));
    double[][] reference =
        IntStream.range(0, 2_000).mapToObj(t -> plant.next()).toArray(double[][]::new);
    ProcessModel model = Data.done(ProcessLearning.learn(names, reference, settings));
    List<ProcessStream> units = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      units.add(model.stream());
    }
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < 3; run++) {
      long cpu = cpu();
      for (int second = 0; second < SECONDS; second++) {
        for (int u = 0; u < UNITS; u++) {
          units.get(u).accept(reference[(u + second) % reference.length]);
        }
      }
      best = Math.min(best, (cpu() - cpu) / NANOS / SECONDS);
    }
    table.row(name, model.components() + "", Markdown.number(best, 3), Markdown.met(best <= 0.5));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** A hundred tags driven by twelve slow causes, with noise. */
  private static final class Plant {

    private static final int CAUSES = 12;

    private final Random random;
    private final double[] causes = new double[CAUSES];
    private final double[][] effect = new double[TAGS][CAUSES];

    Plant(Random random) {
      this.random = random;
      for (double[] row : effect) {
        for (int c = 0; c < CAUSES; c++) {
          row[c] = random.nextGaussian();
        }
      }
    }

    double[] next() {
      for (int c = 0; c < CAUSES; c++) {
        causes[c] = 0.9 * causes[c] + random.nextGaussian();
      }
      double[] sample = new double[TAGS];
      for (int j = 0; j < TAGS; j++) {
        sample[j] = random.nextGaussian();
        for (int c = 0; c < CAUSES; c++) {
          sample[j] += effect[j][c] * causes[c];
        }
      }
      return sample;
    }
  }
}
