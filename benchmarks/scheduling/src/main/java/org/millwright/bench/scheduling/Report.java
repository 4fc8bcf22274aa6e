// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.scheduling.check.Score;
import org.millwright.scheduling.problem.Criterion;

/** The figures as Markdown. */
final class Report {

  private final double seconds;
  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<Double>> gaps = new LinkedHashMap<>();

  Report(double seconds) {
    this.seconds = seconds;
  }

  void note(String text) {
    notes.add(text);
  }

  void add(Instance instance, Figures f) {
    double gap =
        instance.bestKnown() > 0 ? 100 * (f.value() / instance.bestKnown() - 1) : Double.NaN;
    if (!Double.isNaN(gap)) {
      gaps.computeIfAbsent(instance.set(), set -> new ArrayList<>()).add(gap);
    }
    double below = f.bestRule() > 0 ? 100 * (1 - f.value() / f.bestRule()) : Double.NaN;
    rows.add(
        "| %s | %s | %s | %s | %s | %s | %s | %s (%s) | %s | %s |"
            .formatted(
                instance.set(),
                instance.name(),
                number(instance.bestKnown() > 0 ? instance.bestKnown() : Double.NaN, 0),
                number(f.firstSeconds(), 2),
                number(f.value(), 0),
                number(gap, 2),
                number(f.bound(), 0),
                number(f.bestRule(), 0),
                f.rule(),
                number(below, 1),
                number(f.exact(), 0)));
  }

  String last() {
    return rows.getLast();
  }

  void repair(double legalSeconds, double movedShare, Score before, Score after) {
    notes.add(
        String.format(
            Locale.ROOT,
            "Breakdown of one machine for a day in the 1,000-order plan: legal after %.0f ms; at 5"
                + " s %.1f %% of the operations moved, weighted tardiness %.0f before, %.0f after.",
            legalSeconds * 1e3,
            movedShare * 100,
            before.of(Criterion.TARDINESS),
            after.of(Criterion.TARDINESS)));
  }

  private static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return Double.isInfinite(value)
        ? "none"
        : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# Scheduling: figures\n\n");
    Runtime runtime = Runtime.getRuntime();
    text.append(
        String.format(
            Locale.ROOT,
            "%.0f s an instance, 2 threads, seed 1; CP-SAT with 8 workers and the same time; every"
                + " plan checked by the independent checker. %d cores, %.1f GB heap at most, %d MB"
                + " used at the end, JDK %s.%s%n%n",
            seconds,
            runtime.availableProcessors(),
            runtime.maxMemory() / 1e9,
            (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000,
            Runtime.version(),
            seconds < 60 ? " The budget is shorter than the 60 s the targets speak of." : ""));
    text.append(
        "| set | instance | best known | first plan s | value | gap % | lower bound |"
            + " best rule | % below it | CP-SAT |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    rows.forEach(row -> text.append(row).append('\n'));
    text.append("\nMean gap to the best known:");
    gaps.forEach((set, all) ->
        text.append(
            String.format(
                Locale.ROOT,
                " %s %.2f %% (worst %.2f %%);",
                set,
                all.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                all.stream().mapToDouble(Double::doubleValue).max().orElse(0))));
    text.append('\n');
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }
}
