// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that measured, and a process on it. */
final class Machine {

  private Machine() {}

  /** Cores, memory, Java. */
  static String describe() throws IOException {
    return "Measured on %d cores, %.0f GB of memory, Java %s, %s, load generator on the same machine."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            kilobytes(Path.of("/proc/meminfo"), "MemTotal") / 1e6,
            Runtime.version(),
            System.getProperty("os.name"));
  }

  /** The most memory this process has had resident, megabytes. */
  static long peakMegabytes() throws IOException {
    return kilobytes(Path.of("/proc/self/status"), "VmHWM") / 1024;
  }

  private static long kilobytes(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key + ':'))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
