// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the measured process ({@link Platform}) with a heap of its own and takes its rows. */
final class IngestBench {

  private IngestBench() {}

  static List<String> run(Options options) throws IOException, InterruptedException {
    Path data = Files.createDirectories(Path.of("benchmarks/platform/target"));
    List<String> command = new ArrayList<>(java());
    command.add("-Xmx" + options.heapMegabytes() + "m");
    command.add(Platform.class.getName());
    command.add(Files.createTempDirectory(data, "data").toString());
    command.add(Double.toString(options.minutes()));
    command.add(Integer.toString(options.edgeNodes()));
    command.add(Integer.toString(options.rate()));
    command.add(Integer.toString(options.qos()));
    Process process =
        new ProcessBuilder(command).redirectError(data.resolve("platform.log").toFile()).start();
    List<String> rows = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("| ")) {
          rows.add(line);
        }
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
    return rows;
  }

  /** This JVM's own launcher, options and class path. */
  static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-Xmx"))
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    return command;
  }
}
