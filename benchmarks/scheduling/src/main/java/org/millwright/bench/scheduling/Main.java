// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the engine against best known values, dispatching rules and CP-SAT: {@code --seconds N},
 * {@code --threads N}, {@code --only SET}, {@code --instance NAME}, {@code --data FOLDER}, {@code
 * --no-cpsat}, {@code --record}.
 */
public final class Main {

  private static final double FULL_SECONDS = 60;

  private final Options options;
  private final Measurement measurement;

  private Main(Options options) {
    this.options = options;
    measurement = new Measurement(options);
  }

  public static void main(String[] arguments) throws IOException {
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    new Main(options).run();
  }

  private void run() throws IOException {
    Results results = new Results(Path.of("benchmarks/scheduling/RESULTS.md"));
    boolean data = Files.isDirectory(options.data());
    if (!data) {
      System.err.printf(
          "The folder %s is absent: only the generated shops are measured.%n", options.data());
    }
    List<Instance> instances = new ArrayList<>(Instances.generated());
    if (data) {
      instances.addAll(0, Instances.read(options.data()));
    }
    instances.removeIf(instance -> !options.wants(instance));
    for (String set : Results.SETS) {
      String text = section(set, instances.stream().filter(i -> i.set().equals(set)).toList());
      if (!text.isEmpty()) {
        System.out.println("## " + set + "\n\n" + text);
        results.put(set, text);
        if (options.record()) {
          results.write();
        }
      }
    }
  }

  private String section(String set, List<Instance> instances) {
    if (set.equals("repair") && options.wants(set) && options.instance().isEmpty()) {
      return RepairBench.measure(options.threads());
    }
    if (instances.isEmpty()) {
      return "";
    }
    List<Row> rows = new ArrayList<>();
    for (Instance instance : instances) {
      Row row = new Row(instance, measurement.of(instance));
      rows.add(row);
      System.err.print("| " + set + " " + row.markdown());
    }
    return text(set, rows);
  }

  private String text(String set, List<Row> rows) {
    StringBuilder text = new StringBuilder(budget()).append("\n\n").append(Row.HEADER);
    rows.forEach(row -> text.append(row.markdown()));
    double[] gaps = rows.stream().mapToDouble(Row::gap).filter(Double::isFinite).toArray();
    if (gaps.length > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nGap to the best known: mean %.2f %%, worst %.2f %%.%n",
              java.util.Arrays.stream(gaps).average().orElse(0),
              java.util.Arrays.stream(gaps).max().orElse(0)));
    }
    if (options.instance().isEmpty()) {
      text.append('\n');
      Targets.of(set, rows).forEach(line -> text.append("- ").append(line).append('\n'));
    }
    return text.toString();
  }

  private String budget() {
    return "%s s an instance, %d threads, seed 1; CP-SAT %s.%s"
        .formatted(
            Row.number(options.seconds(), 0),
            options.threads(),
            options.exact() ? "beside it with 8 workers" : "not run",
            options.seconds() < FULL_SECONDS
                ? " The budget is shorter than the 60 s the targets speak of."
                : "");
  }
}
