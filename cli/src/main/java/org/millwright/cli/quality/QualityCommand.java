// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the quality commands share: one JSON object out, refusals on standard error. */
abstract class QualityCommand implements Callable<Integer> {

  @Option(names = "--svg", paramLabel = "FILE", description = "Also draw a picture into this file.")
  @Nullable Path svg;

  @Spec @Nullable CommandSpec spec;

  /** A result with the picture that belongs to it. */
  record Answer(Object json, Drawing drawing) {}

  /** Draws when asked. */
  @FunctionalInterface
  interface Drawing {
    String svg();
  }

  abstract Outcome<Answer> answer();

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    return switch (answer()) {
      case Outcome.Done<Answer>(Answer answer) -> print(line, answer);
      case Outcome.Refused<Answer>(Refusal refusal) -> refuse(line, refusal);
    };
  }

  private int print(CommandLine line, Answer answer) throws IOException {
    line.getOut().println(Json.write(answer.json()));
    line.getOut().flush();
    if (svg != null) {
      Files.writeString(svg, answer.drawing().svg());
    }
    return 0;
  }

  private static int refuse(CommandLine line, Refusal refusal) {
    line.getErr().println(refusal);
    line.getErr().flush();
    return 2;
  }
}
