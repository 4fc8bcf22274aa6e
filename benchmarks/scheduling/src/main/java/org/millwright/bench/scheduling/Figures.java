// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.util.Locale;
import org.millwright.scheduling.cpsat.Outcome;

/**
 * What was measured on an instance; NaN where there is none.
 *
 * @param firstSeconds until the first legal plan
 * @param value of the plan at the end
 * @param bound lower bound
 * @param bestRule value of the best dispatching rule, infinite if none gives a legal plan
 * @param rule its name
 * @param exact what CP-SAT reached, or why it has nothing
 * @param liveMegabytes most of the heap in use after a garbage collection during the search
 */
record Figures(
    double firstSeconds,
    double value,
    double bound,
    double bestRule,
    String rule,
    Outcome exact,
    double liveMegabytes) {

  /** How far the value is below that of the best rule, percent. */
  double belowRule() {
    return bestRule > 0 ? 100 * (1 - value / bestRule) : Double.NaN;
  }

  /** What CP-SAT has to show, in words. */
  String exactText() {
    return switch (exact) {
      case Outcome.Found found ->
          String.format(Locale.ROOT, "%.0f%s", found.value(), found.optimal() ? " (proved)" : "");
      case Outcome.None none -> "none: " + none.reason();
    };
  }
}
