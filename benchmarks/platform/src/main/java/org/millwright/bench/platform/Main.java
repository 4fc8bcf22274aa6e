// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the platform; see {@link Options} for what can be chosen. */
public final class Main {

  private Main() {}

  /** Prints a Markdown table; with {@code --record} writes it to RESULTS.md, whose notes stay. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    Options options = Options.of(List.of(arguments));
    List<String> rows = new ArrayList<>();
    if (options.has("ingest") || options.has("trend")) {
      rows.addAll(IngestBench.run(options));
    }
    if (options.has("ui")) {
      rows.addAll(FirstLoad.run());
    }
    StringBuilder report = new StringBuilder("# Platform: measured\n\n");
    report.append(Machine.describe()).append("\n\n");
    report.append("`./bench platform ").append(String.join(" ", arguments)).append("`\n\n");
    report.append("| figure | wanted | measured | |\n|---|---|---|---|\n");
    rows.forEach(row -> report.append(row).append('\n'));
    if (options.has("decode")) {
      report.append('\n').append(DecodeTable.run());
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(report);
    if (Arrays.asList(arguments).contains("--record")) {
      Report.record(Path.of("benchmarks/platform/RESULTS.md"), report.toString());
    }
  }
}
