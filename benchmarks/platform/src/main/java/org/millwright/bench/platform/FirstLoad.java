// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Compressed size of the scripts that the first page names, with those that they import at once.
 */
final class FirstLoad {

  private static final Path DIST = Path.of("ui/dist");
  private static final Pattern SCRIPT = Pattern.compile("(?:src|href)=\"/?([^\"]+\\.js)\"");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\"\\./([^\"]+\\.js)\"");
  private static final double WANTED_KILOBYTES = 300;

  private FirstLoad() {}

  static List<String> run() throws IOException {
    Path index = DIST.resolve("index.html");
    if (!Files.exists(index)) {
      return List.of("| first load | | ui/dist is not built: run ./run or npm run build in ui | |");
    }
    Set<Path> scripts = new LinkedHashSet<>();
    Matcher named = SCRIPT.matcher(Files.readString(index));
    while (named.find()) {
      collect(DIST.resolve(named.group(1)), scripts);
    }
    double kilobytes = 0;
    for (Path script : scripts) {
      kilobytes += compressed(script) / 1000.0;
    }
    List<String> rows = new ArrayList<>();
    rows.add(
        String.format(
            Locale.ROOT,
            "| compressed script of the first load, kB (%d files, gzip) | ≤ 300 | %.0f | %s |",
            scripts.size(),
            kilobytes,
            kilobytes <= WANTED_KILOBYTES ? "" : "**missed**"));
    return rows;
  }

  private static void collect(Path script, Set<Path> scripts) throws IOException {
    if (!Files.exists(script) || !scripts.add(script)) {
      return;
    }
    Matcher imports = IMPORT.matcher(Files.readString(script));
    while (imports.find()) {
      collect(script.resolveSibling(imports.group(1)), scripts);
    }
  }

  private static int compressed(Path script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(script));
    }
    return bytes.size();
  }
}
