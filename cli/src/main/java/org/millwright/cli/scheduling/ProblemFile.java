// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Refusal;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.PlanReader;
import org.millwright.scheduling.format.PlanReading;
import org.millwright.scheduling.format.Reading;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import picocli.CommandLine.Option;

/** The problem a command is about: options shared by all of them, and reading with refusals. */
final class ProblemFile {

  /** Input that was refused; the refusals are printed and the command ends with code 2. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Refusal> refusals;

    Refused(List<Refusal> refusals) {
      super(refusals.getFirst().toString());
      this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
      return refusals;
    }
  }

  @Option(
      names = "--format",
      description =
          "fjsp, jsp, hfsp, sdst-pfsp, wtsds or millwright (JSON). Default: guessed from the file.")
  private String format = "";

  @Option(
      names = "--objective",
      description =
          "tardiness, makespan, changeover, energy, wip or instability; commas put levels one after"
              + " the other, as in tardiness,makespan; plus signs weigh, as in"
              + " tardiness+0.5*changeover.")
  private String objective = "";

  private Format readAs = Format.MILLWRIGHT;

  /** The format the problem was read in. */
  Format format() {
    return readAs;
  }

  Problem read(Path file) throws Refused {
    String text = text(file);
    if (!format.isEmpty()) {
      Optional<Format> named = Format.of(format);
      if (named.isEmpty()) {
        throw refused("SCHEDULE-FORMAT", "--format", "There is no format " + format + ".");
      }
      readAs = named.get();
    } else {
      readAs = Format.guess(text);
    }
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return switch (readAs.read(name, text)) {
      case Reading.Accepted accepted -> withObjective(accepted.problem());
      case Reading.Refused refused -> throw new Refused(refused.refusals());
    };
  }

  private Problem withObjective(Problem problem) throws Refused {
    if (objective.isEmpty()) {
      return problem;
    }
    Optional<Objective> parsed = Objective.parse(objective);
    if (parsed.isEmpty()) {
      throw refused("SCHEDULE-OBJECTIVE", "--objective", "\"" + objective + "\" is no objective.");
    }
    return problem.withObjective(parsed.get());
  }

  Plan plan(Problem problem, Path file) throws Refused {
    return switch (PlanReader.read(problem, text(file))) {
      case PlanReading.Accepted accepted -> accepted.plan();
      case PlanReading.Refused refused -> throw new Refused(refused.refusals());
    };
  }

  static String text(Path file) throws Refused {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException absent) {
      throw refused("SCHEDULE-FILE", file.toString(), "There is no such file.");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  static Refused refused(String code, String place, String message) {
    return new Refused(List.of(Refusal.of(code, place, message)));
  }
}
