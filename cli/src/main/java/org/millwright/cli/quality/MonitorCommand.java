// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Linear;
import org.millwright.quality.monitor.MonitorSettings;
import org.millwright.quality.monitor.Monitoring;
import org.millwright.quality.monitor.ProcessLearning;
import org.millwright.quality.svg.BarDrawing;
import org.millwright.quality.svg.CurveDrawing;
import org.millwright.quality.table.Table;
import org.millwright.quality.table.TableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Process monitoring of many variables. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = "Process monitoring: PCA or dynamic PCA with T2 and SPE, warnings with causes.")
public final class MonitorCommand extends QualityCommand {

  @Option(
      names = {"--train", "--reference"},
      required = true,
      description = "The reference period: a row a sample (or lying on its side).")
  Path train = Path.of("");

  @Option(
      names = {"--test", "--data"},
      required = true,
      description = "The period to judge.")
  Path test = Path.of("");

  @Option(
      names = {"--components", "-k", "--k"},
      description = "Components: a number, or a share of variance such as 0.99.")
  @Nullable Double components;

  @Option(names = "--columns", description = "Columns to use: names, numbers, ranges.")
  @Nullable String columns;

  @Option(names = "--lags", description = "Earlier samples to look at together (default 0).")
  int lags;

  @Option(
      names = {"--confidence", "--level"},
      description = "Share of the reference inside each limit (default 0.99).")
  double confidence = 0.99;

  @Option(
      names = {"--smoothing", "--lambda"},
      split = ",",
      description = "EWMA weights, each a detector (default 1); needs learned limits below 1.")
  List<Double> smoothing = List.of();

  @Option(
      names = {"--limits"},
      description = "theory (default) or learned, on held-out blocks of the reference.")
  String limits = "theory";

  @Option(
      names = {"--early"},
      description = "The early-warning detector: 2 lags, 99 % of variance, fast and slow, learned.")
  boolean early;

  @Option(
      names = {"--fault-start", "--fault"},
      description = "First faulty sample of the test period, from 1: gives detection and delay.")
  int faultStart;

  @Option(
      names = {"--contributions"},
      description = "Draw the first warning's contributions in place of the statistics.")
  boolean contributions;

  @Option(names = "--missing", description = "refuse (default) or omit: drop rows with gaps.")
  String missing = "refuse";

  @Override
  Outcome<Answer> answer() {
    return TableReader.read(train).then(a -> TableReader.read(test).then(b -> tables(a, b)));
  }

  private Outcome<Answer> tables(Table reference, Table period) {
    return matrix(reference)
        .then(all -> {
          boolean lying = all.length == period.header().size() && all[0].length != all.length;
          double[][] upright = lying ? Linear.transpose(all) : all;
          return matrix(period).then(rows -> judge(upright, rows, period));
        });
  }

  private Outcome<double[][]> matrix(Table table) {
    double[][] rows = new double[table.rows().size()][table.header().size()];
    boolean[] gap = new boolean[rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        switch (table.value(r, c, missing.equals("omit"))) {
          case Outcome.Done<Double>(Double value) -> rows[r][c] = value;
          case Outcome.Refused<Double>(var refusal) -> {
            boolean unused = columns != null && !used(table, c);
            if (!unused) {
              return Outcome.refuse(refusal);
            }
          }
        }
        gap[r] |= Double.isNaN(rows[r][c]);
      }
    }
    return Outcome.of(
        IntStream.range(0, rows.length)
            .filter(r -> !gap[r])
            .mapToObj(r -> rows[r])
            .toArray(double[][]::new));
  }

  private boolean used(Table table, int column) {
    return columns == null
        || !(table.columns(columns) instanceof Outcome.Done<List<Integer>>(List<Integer> chosen))
        || chosen.contains(column);
  }

  private Outcome<Answer> judge(double[][] reference, double[][] rows, Table period) {
    Outcome<List<Integer>> chosen =
        columns == null
            ? Outcome.of(IntStream.range(0, period.header().size()).boxed().toList())
            : period.columns(columns);
    return chosen.then(list -> {
      if (reference.length == 0 || reference[0].length != period.header().size()) {
        return Outcome.refuse(
            "QUALITY-COLUMNS-DIFFER",
            "--train, --test",
            "the two files have different columns.",
            "");
      }
      if (faultStart < 0 || faultStart > rows.length) {
        return Outcome.refuse(
            "QUALITY-OPTION-RANGE",
            "--fault-start",
            faultStart + " is not one of the " + rows.length + " samples.",
            "");
      }
      List<String> names = list.stream().map(period.header()::get).toList();
      return ProcessLearning.learn(names, pick(reference, list), settings())
          .map(model -> Monitoring.of(model, pick(rows, list), faultStart))
          .map(result -> new Answer(result, () -> draw(result)));
    });
  }

  private MonitorSettings settings() {
    if (early) {
      return MonitorSettings.EARLY;
    }
    double wanted = components == null ? 0.9 : components;
    boolean share = wanted < 1;
    boolean learned = limits.toLowerCase(Locale.ROOT).startsWith("learn") || !smoothing.isEmpty();
    return new MonitorSettings(
        share ? 0 : (int) wanted,
        share ? wanted : 0,
        lags,
        confidence,
        smoothing.isEmpty() ? List.of(1.0) : smoothing,
        learned);
  }

  private static double[][] pick(double[][] rows, List<Integer> columns) {
    return Arrays.stream(rows)
        .map(row -> columns.stream().mapToDouble(c -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  private String draw(Monitoring result) {
    if (contributions && !result.warnings().isEmpty()) {
      Monitoring.Warning first = result.warnings().getFirst();
      return BarDrawing.draw(
          "Contributions to the warning at sample " + first.from(),
          "%",
          first.variables().stream()
              .map(share -> new BarDrawing.Bar(share.variable(), share.percent()))
              .toList());
    }
    List<Double> samples =
        IntStream.rangeClosed(1, result.samples()).mapToObj(i -> (double) i).toList();
    return CurveDrawing.draw(
        "Process monitoring: " + result.method(),
        "sample",
        List.of(
            new CurveDrawing.Curve(
                "T²", samples, result.t2(), result.detectors().getFirst().t2Limit()),
            new CurveDrawing.Curve(
                "SPE", samples, result.spe(), result.detectors().getFirst().speLimit())));
  }
}
