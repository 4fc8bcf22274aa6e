// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The same models on simjs from npm, installed into a build folder when it is not there yet. */
final class NpmPeer {

  /** The version measured. */
  static final String VERSION = "simjs@2.0.3";

  private final Path folder;
  private final Path script;

  private NpmPeer(Path folder, Path script) {
    this.folder = folder;
    this.script = script;
  }

  /** Installs the peer below a folder. */
  static NpmPeer install(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path script = folder.resolve("peer.cjs");
    try (InputStream source = NpmPeer.class.getResourceAsStream("/simjs-peer.cjs")) {
      if (source == null) {
        throw new IOException("The class path lacks simjs-peer.cjs.");
      }
      Files.write(script, source.readAllBytes());
    }
    if (!Files.isDirectory(folder.resolve("node_modules/simjs"))) {
      run(List.of("npm", "install", "--silent", "--prefix", folder.toString(), VERSION));
    }
    return new NpmPeer(folder, script);
  }

  /** Events per second of a model, empty when Node or npm failed. */
  OptionalDouble measure(String model, long events) throws IOException, InterruptedException {
    String line =
        run(
            List.of(
                "node", script.toString(), folder.toAbsolutePath().toString(), model, "" + events));
    try {
      return OptionalDouble.of(Double.parseDouble(line.trim()));
    } catch (NumberFormatException failed) {
      System.err.println("simjs said: " + line);
      return OptionalDouble.empty();
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
