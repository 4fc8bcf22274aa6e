// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecodeBench} and prints it as a Markdown table. */
final class DecodeTable {

  private DecodeTable() {}

  static String run() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecodeBench.class.getName())
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    StringBuilder table =
        new StringBuilder(
            """
            ## Decoding Sparkplug data

            Messages of 100 metrics by alias, each with its time and a Double, on one core. Goal: 10 million metrics a second.

            The first figure is per second of the thread's processor time, the second per second of the clock, which other
            work on the machine lowers.

            | decoder | million metrics per processor second | per second | bytes allocated per metric |
            |---|---:|---:|---:|
            """);
    for (RunResult result : results) {
      var score = result.getPrimaryResult();
      double nanos = DecodeBench.SECONDS * DecodeBench.ITERATIONS * 1e9;
      double share = secondary(result, "processorNanos") / nanos;
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %.3f |%n",
              name(score.getLabel()),
              score.getScore() / 1e6 / share,
              score.getScore() / 1e6,
              secondary(result, "gc.alloc.rate.norm")));
    }
    return table.toString();
  }

  /** JMH adds events of all iterations up. */
  private static double secondary(RunResult result, String name) {
    Result<?> secondary = result.getSecondaryResults().get(name);
    return secondary == null ? Double.NaN : secondary.getScore();
  }

  private static String name(String label) {
    return switch (label) {
      case "reader" -> "`PayloadReader` alone";
      case "session" -> "`EdgeNodeSession`: order, check, alias, clock, value";
      case "googleProtobuf" -> "Google's generated classes (Eclipse Tahu), payload only";
      default -> label;
    };
  }
}
