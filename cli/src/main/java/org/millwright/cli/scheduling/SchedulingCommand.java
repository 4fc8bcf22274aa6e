// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the commands share: reading with refusals, printing one JSON object, exit codes. */
abstract class SchedulingCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int REFUSED = 2;

  @Mixin ProblemFile input = new ProblemFile();

  @Spec CommandSpec spec = CommandSpec.create();

  /** Does the work; its refusals end the command with exit code 2. */
  abstract void work() throws ProblemFile.Refused;

  @Override
  public Integer call() {
    try {
      work();
      return DONE;
    } catch (ProblemFile.Refused refused) {
      refused.refusals().forEach(refusal -> progress().println(refusal));
      return REFUSED;
    }
  }

  PrintWriter progress() {
    return spec.commandLine().getErr();
  }

  void print(JsonNode result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(result);
    out.flush();
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + file, unwritable);
    }
  }
}
