// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.util.Locale;

/** A measured instance as a row of its set's table. */
record Row(Instance instance, Figures figures) {

  static final String HEADER =
      "| instance | best known | first plan s | value | gap % | lower bound | best rule"
          + " | % below it | CP-SAT | heap MB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

  /** Above the best value known, percent; NaN where none is known. */
  double gap() {
    double known = instance.bestKnown();
    return known > 0 ? 100 * (figures.value() / known - 1) : Double.NaN;
  }

  String markdown() {
    Figures f = figures;
    double known = instance.bestKnown();
    return "| %s | %s | %s | %s | %s | %s | %s (%s) | %s | %s | %s |\n"
        .formatted(
            instance.name(),
            number(known > 0 ? known : Double.NaN, 0),
            number(f.firstSeconds(), 2),
            number(f.value(), 0),
            number(gap(), 2),
            number(f.bound(), 0),
            number(f.bestRule(), 0),
            f.rule(),
            number(f.belowRule(), 1),
            f.exactText(),
            number(f.liveMegabytes(), 0));
  }

  static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return Double.isInfinite(value)
        ? "none"
        : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
