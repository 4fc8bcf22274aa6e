// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Improvement;

/**
 * Tells of every better plan: one line that is written over on a terminal, a line each elsewhere.
 */
final class ProgressLine {

  private final Problem problem;
  private final PrintWriter out;
  private final boolean live;

  ProgressLine(Problem problem, PrintWriter out) {
    this.problem = problem;
    this.out = out;
    this.live = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  void show(Improvement improvement) {
    StringBuilder levels = new StringBuilder();
    for (double level : improvement.score().levels(problem.objective())) {
      levels.append(levels.isEmpty() ? "" : ", ").append(plain(level));
    }
    String line =
        String.format(
            Locale.ROOT,
            "%8.2f s  objective %s (%s)  bound %s",
            improvement.seconds(),
            levels,
            problem.objective(),
            plain(improvement.lowerBound()));
    out.print(live ? "\r\u001b[K" + line : line + System.lineSeparator());
    out.flush();
  }

  void end() {
    if (live) {
      out.println();
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
