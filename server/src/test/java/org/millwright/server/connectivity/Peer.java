// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that no one here wrote, running as a process of its own. */
final class Peer implements AutoCloseable {

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  private Peer(Process process) {
    this.process = process;
    Thread.startVirtualThread(this::read);
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException ended) {
      lines.add("(" + ended.getMessage() + ")");
    }
  }

  /**
   * Starts a program, or fails saying how to get it.
   *
   * @param howToGet one sentence
   */
  static Peer start(String howToGet, List<String> command) {
    try {
      return new Peer(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException absent) {
      throw new AssertionError(command.getFirst() + " cannot be started. " + howToGet, absent);
    }
  }

  /** One of Debian's mosquitto programs. */
  static Peer mosquitto(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    Path inSbin = Path.of("/usr/sbin", program);
    command.add(Files.isExecutable(inSbin) ? inSbin.toString() : program);
    command.addAll(List.of(arguments));
    return start("Maybe: apt-get install mosquitto mosquitto-clients", command);
  }

  /** The edge node of {@code src/test/node}, made with the npm package sparkplug-client. */
  static Peer sparkplugClient(int port, String user, String password, String node, String mode) {
    return start(
        "Maybe install Node.js 20 or newer from nodejs.org.",
        List.of(
            "node",
            NodePackage.folder().resolve("edge-node.js").toString(),
            "tcp://127.0.0.1:" + port,
            user,
            password,
            "peers",
            node,
            mode));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Asks it to leave in good order: it says goodbye first. */
  void sayGoodbye() throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write("bye\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended: " + lines()).isTrue();
    return process.exitValue();
  }

  /** As kill -9 does. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
