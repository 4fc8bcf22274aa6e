// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Improvement;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Solution;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * What the commands share: refusals and exit codes, one JSON object on standard output, progress,
 * and a search that Ctrl-C ends with the best plan so far.
 */
abstract class CommandWithRefusals implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int REFUSED = 2;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Interruption interruption = new Interruption();

  /** A search within limits that tells of every better plan. */
  interface Search {
    Solution within(Problem problem, Limits limits, Consumer<Improvement> listener);
  }

  /** Does the work; its refusals end the command with exit code 2. */
  abstract void work() throws ProblemFile.Refused;

  @Override
  public Integer call() {
    try (Interruption.Watch _ = interruption.watch()) {
      work();
      return DONE;
    } catch (ProblemFile.Refused refused) {
      refused.refusals().forEach(refusal -> progress().println(refusal));
      progress().flush();
      return REFUSED;
    }
  }

  Solution search(Problem problem, SearchOptions options, Search search)
      throws ProblemFile.Refused {
    ProgressLine progress = new ProgressLine(problem, progress());
    Solution solution = search.within(problem, limits(options), progress::show);
    progress.end();
    return solution;
  }

  Limits limits(SearchOptions options) throws ProblemFile.Refused {
    return options.limits(interruption);
  }

  PrintWriter progress() {
    return spec.commandLine().getErr();
  }

  void print(JsonNode result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(result);
    out.flush();
  }

  /** Refuses a file in a folder that is not there, before any time is spent on what goes in it. */
  static void expectFolder(String option, @Nullable Path file) throws ProblemFile.Refused {
    Path folder = file == null ? null : file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw ProblemFile.refused("SCHEDULE-FILE", option, "There is no folder " + folder + ".");
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + file, unwritable);
    }
  }
}
