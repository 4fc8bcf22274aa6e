// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The virtual plant's load generator as a process of its own. */
final class Load implements AutoCloseable {

  static final String GROUP = "bench";

  private final Process process;

  private Load(Process process) {
    this.process = process;
  }

  /** The platform's side of the log-ins. */
  static Path credentials(Path folder, int edgeNodes) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int node = 1; node <= edgeNodes; node++) {
      lines.append("%s/load-%04d=load-%04d:bench-load\n".formatted(GROUP, node, node));
    }
    return Files.writeString(folder.resolve("load.properties"), lines);
  }

  /** Starts it; it ends by itself after {@code seconds}. */
  static Load start(
      Path folder, Path credentials, int port, int edgeNodes, int rate, int qos, long seconds)
      throws IOException {
    List<String> command = new ArrayList<>(IngestBench.java());
    command.add("org.millwright.cli.Millwright");
    command.addAll(
        List.of(
            "plant",
            "--broker",
            "127.0.0.1:" + port,
            "--credentials",
            credentials.toString(),
            "--group",
            GROUP,
            "--edge-nodes",
            Integer.toString(edgeNodes),
            "--rate",
            Integer.toString(rate),
            "--qos",
            Integer.toString(qos),
            "--duration",
            seconds + "s"));
    command.add(1, "-Xmx600m");
    return new Load(
        new ProcessBuilder(command)
            .redirectError(folder.resolve("load.log").toFile())
            .redirectOutput(folder.resolve("load.json").toFile())
            .start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  double cpuSeconds() {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(Double.NaN);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
  }
}
