// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the quality engine: {@code ./bench quality [--data DIR] [--record]}.
 *
 * <p>The data folder, {@code ../shared/data/quality} unless given, is no part of the project; a
 * section whose file is absent says so.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    int at = options.indexOf("--data");
    Path data = Path.of(at < 0 ? "../shared/data/quality" : options.get(at + 1));
    StringBuilder page = new StringBuilder("# Quality engine: figures\n\n").append(machine());
    section(page, "Exactness", ExactnessSection.run(data));
    section(page, "Speed", SpeedSection.run());
    section(page, "Tennessee Eastman process", TennesseeSection.run(data));
    section(page, "Single tags", TagSection.run(data));
    System.out.print(page);
    if (options.contains("--record")) {
      Files.writeString(Path.of("benchmarks/quality/RESULTS.md"), page.toString());
    }
  }

  private static void section(StringBuilder page, String title, String text) {
    page.append("\n## ").append(title).append("\n\n").append(text);
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "Run on "
        + runtime.availableProcessors()
        + " cores, "
        + runtime.maxMemory() / (1 << 20)
        + " MiB heap, JDK "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ".\n";
  }
}
