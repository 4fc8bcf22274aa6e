// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The recorded figures: a head that tells the machine, and a section a set. Recording one set
 * leaves the sections of the others as they are.
 */
final class Results {

  static final List<String> SETS =
      List.of("fjsp", "jsp", "hfsp", "sdst-pfsp", "wtsds", "shop", "repair");

  private static final String MARK = "## ";
  private static final Pattern SECTION = Pattern.compile("(?m)^(?=## )");

  private final Path file;
  private final Map<Integer, String> sections = new TreeMap<>();

  Results(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      for (String section : SECTION.splitAsStream(Files.readString(file)).toList()) {
        String title = section.lines().findFirst().orElse("");
        int place = SETS.indexOf(title.substring(Math.min(title.length(), MARK.length())));
        if (title.startsWith(MARK) && place >= 0) {
          sections.put(place, section.strip());
        }
      }
    }
  }

  /** Replaces the section of a set. */
  void put(String set, String text) {
    sections.put(SETS.indexOf(set), MARK + set + "\n\n" + text.strip());
  }

  void write() throws IOException {
    Files.writeString(file, head() + "\n\n" + String.join("\n\n", sections.values()) + "\n");
  }

  private static String head() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    return """
    # Scheduling: figures

    Measured on %d cores, %.0f GB of memory, JDK %s, at most %.1f GB of heap. Every plan was \
    checked by the independent checker. CP-SAT (OR-Tools, 8 workers) has the same time as the \
    engine, building its model included. "best rule" is the best of %d plain dispatching rules; \
    "first plan" is the time of the first legal plan; "heap" is the most of the heap that was in \
    use after a garbage collection while the engine searched; "gap" is against the best value \
    known. `./bench scheduling --only SET --record` replaces the section of one set.\
    """
        .formatted(
            runtime.availableProcessors(),
            memoryGigabytes(),
            Runtime.version(),
            runtime.maxMemory() / 1e9,
            Rules.COUNT);
  }

  private static double memoryGigabytes() throws IOException {
    Path memory = Path.of("/proc/meminfo");
    if (!Files.exists(memory)) {
      return Double.NaN;
    }
    String kilobytes = Files.readAllLines(memory).getFirst().replaceAll("\\D", "");
    return Double.parseDouble(kilobytes.toLowerCase(Locale.ROOT)) / 1e6;
  }
}
