// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.scheduling.cpsat.CpSat;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;

/**
 * Measures the engine against best known values, dispatching rules and CP-SAT: {@code --seconds N},
 * {@code --only SET}, {@code --data FOLDER}, {@code --no-cpsat}, {@code --record}.
 */
public final class Main {

  private static final int WORKERS = 8;

  private final double seconds;
  private final boolean exact;
  private final Report report;

  private Main(double seconds, boolean exact, Report report) {
    this.seconds = seconds;
    this.exact = exact;
    this.report = report;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    double seconds = Double.parseDouble(option(options, "--seconds", "60"));
    String only = option(options, "--only", "");
    Path data = Path.of(option(options, "--data", "../shared/data")).resolve("scheduling");
    Report report = new Report(seconds);
    Main main = new Main(seconds, !options.contains("--no-cpsat"), report);
    List<Instance> instances = new ArrayList<>(Instances.generated());
    if (Files.isDirectory(data)) {
      instances.addAll(0, Instances.read(data));
    } else {
      report.note("The folder " + data + " is absent: only the generated shops are measured.");
    }
    instances.removeIf(instance -> !only.isEmpty() && !instance.set().equals(only));
    instances.forEach(main::measure);
    if (only.isEmpty() || only.equals("repair")) {
      RepairBench.measure(report);
    }
    String text = report.markdown();
    System.out.println(text);
    if (options.contains("--record")) {
      Files.writeString(Path.of("benchmarks/scheduling/RESULTS.md"), text);
    }
  }

  private static String option(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
  }

  private void measure(Instance instance) {
    Problem problem = instance.problem();
    double[] first = {Double.NaN};
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    Solution solution =
        Scheduler.solve(
            problem,
            Limits.of(Duration.ofNanos((long) (seconds * 1e9)), threads, 1),
            improvement -> first[0] = Double.isNaN(first[0]) ? improvement.seconds() : first[0]);
    Rules.Result rule = Rules.best(problem);
    double other = Double.NaN;
    if (exact && CpSat.suits(problem)) {
      other = CpSat.solve(problem, seconds, WORKERS).orElse(Double.POSITIVE_INFINITY);
    }
    Figures figures =
        new Figures(
            first[0],
            solution.value(),
            solution.lowerBound(),
            rule.value(),
            rule.rule().name().toLowerCase(Locale.ROOT),
            other);
    report.add(instance, figures);
    System.err.println(report.last());
  }
}
