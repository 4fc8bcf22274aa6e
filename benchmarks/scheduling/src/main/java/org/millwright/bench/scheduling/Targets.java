// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.millwright.scheduling.cpsat.Outcome;

/** What was promised of each set, and whether it was kept. */
final class Targets {

  private static final Set<String> CLASSIC = Set.of("ft10", "la38", "swv06", "dmu41");
  private static final double SMALL_BELOW = 15;
  private static final double COMPLEX_BELOW = 10;

  private Targets() {}

  static List<String> of(String set, List<Row> rows) {
    return switch (set) {
      case "fjsp" -> List.of(mean("mean gap", rows, 1.5), worst("every gap", rows, 5));
      case "jsp" -> jobShops(rows);
      case "hfsp", "sdst-pfsp" -> List.of(mean("mean gap", rows, 3));
      case "wtsds" -> rows.stream().map(Targets::belowBoth).toList();
      case "shop" -> shops(rows);
      default -> List.of();
    };
  }

  private static List<String> jobShops(List<Row> rows) {
    List<Row> classic = only(rows, name -> CLASSIC.contains(name));
    List<Row> large = only(rows, name -> !CLASSIC.contains(name));
    return List.of(
        mean("mean gap of ft10, la38, swv06 and dmu41", classic, 2),
        line(
            "a plan for every large one",
            large.stream().allMatch(row -> Double.isFinite(row.figures().value())),
            large.size() + " instances"),
        worst("gap of dct-short", only(large, name -> name.startsWith("dct-short")), 0),
        worst("gap of tai", only(large, name -> name.startsWith("tai")), 5));
  }

  private static List<String> shops(List<Row> rows) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String name = row.instance().name();
      Figures f = row.figures();
      boolean large = row.instance().problem().jobs().size() > 1_000;
      boolean complex = row.instance().problem().resources().size() > 0;
      double seconds = large ? 10 : complex ? 2 : 1;
      lines.add(
          line(
              "%s: legal plan within %.0f s".formatted(name, seconds),
              f.firstSeconds() <= seconds,
              Row.number(f.firstSeconds(), 2) + " s"));
      if (large) {
        lines.add(
            line(
                name + ": under 2 GB",
                f.liveMegabytes() < 2_000,
                Row.number(f.liveMegabytes(), 0)
                    + " MB live, in a JVM that may use %.1f GB of heap"
                        .formatted(Runtime.getRuntime().maxMemory() / 1e9)));
      } else {
        double least = complex ? COMPLEX_BELOW : SMALL_BELOW;
        lines.add(
            line(
                "%s: at least %.0f %% below the best rule".formatted(name, least),
                f.belowRule() >= least,
                Row.number(f.belowRule(), 1) + " %"));
      }
    }
    return lines;
  }

  /** Below both, or as good as a proved optimum, below which there is nothing. */
  private static String belowBoth(Row row) {
    Figures f = row.figures();
    boolean exact =
        switch (f.exact()) {
          case Outcome.Found found ->
              f.value() < found.value() || (found.optimal() && f.value() == found.value());
          case Outcome.None none -> true;
        };
    return line(
        row.instance().name() + ": below the best rule and CP-SAT",
        f.value() < f.bestRule() && exact,
        "%s against %s and %s"
            .formatted(Row.number(f.value(), 0), Row.number(f.bestRule(), 0), f.exactText()));
  }

  private static List<Row> only(List<Row> rows, Predicate<String> name) {
    return rows.stream().filter(row -> name.test(row.instance().name())).toList();
  }

  private static String mean(String what, List<Row> rows, double most) {
    double mean = rows.stream().mapToDouble(Row::gap).average().orElse(Double.NaN);
    return line(
        "%s at most %s %%".formatted(what, Row.number(most, 1)),
        mean <= most + 1e-9,
        Row.number(mean, 2) + " %");
  }

  private static String worst(String what, List<Row> rows, double most) {
    double worst = rows.stream().mapToDouble(Row::gap).max().orElse(Double.NaN);
    return line(
        "%s at most %s %%".formatted(what, Row.number(most, 1)),
        worst <= most + 1e-9,
        Row.number(worst, 2) + " %");
  }

  static String line(String target, boolean reached, String figure) {
    return "target: %s: %s (%s)".formatted(target, reached ? "reached" : "missed", figure);
  }
}
