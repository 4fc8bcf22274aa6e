// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.simulation.line.TraceListener;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.RunPlan;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;
import org.millwright.simulation.study.ReportJson;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Runs a model and prints the mean and 95 % half-width of every measure of every element. */
@Command(
    name = "simulate",
    description = "Simulates a production line and prints one JSON object.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL.json",
      description = "The model; see engine/simulation/README.md.")
  private @Nullable Path file;

  @Option(names = "--replications", description = "Independent runs.")
  private @Nullable Integer replications;

  @Option(
      names = "--half-width",
      description =
          "Repeat until the 95 %% half-widths of throughput and lead time are within PCT %%.")
  private @Nullable Double halfWidth;

  @Option(
      names = "--max-replications",
      description = "Where --half-width gives up (${DEFAULT-VALUE}).")
  private int mostReplications = 1000;

  @Option(names = "--warmup", description = "Time from which statistics count, or \"auto\".")
  private @Nullable String warmup;

  @Option(names = "--horizon", description = "End of each run, in time units of the model.")
  private @Nullable Double horizon;

  @Option(names = "--seed", description = "Seed of all random streams.")
  private @Nullable Long seed;

  @Option(names = "--threads", description = "Threads to use; the result does not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--antithetic", description = "Run in mirrored pairs.")
  private boolean antithetic;

  @Option(names = "--max-events", description = "Most events of one run (${DEFAULT-VALUE}).")
  private long budget = StudyPlan.DEFAULT_BUDGET;

  @Option(names = "--trace", description = "Write the events of the first run as CSV.")
  private @Nullable Path trace;

  @Override
  public Integer call() throws IOException {
    if (file == null) {
      throw new IllegalStateException("picocli requires MODEL.json.");
    }
    return switch (ModelReader.read(file)) {
      case ModelReading.Refused refused -> refuse(refused.faults());
      case ModelReading.Accepted accepted -> simulate(accepted.model());
    };
  }

  private int simulate(LineModel model) throws IOException {
    List<Refusal> faults = OptionCheck.faults(model.plan(), horizon, warmup, halfWidth);
    if (replications != null && replications < 1) {
      faults.add(Refusal.of("SIM-RANGE", "--replications", "At least one run is needed."));
    }
    if (threads < 1) {
      faults.add(Refusal.of("SIM-RANGE", "--threads", "At least one thread is needed."));
    }
    return faults.isEmpty() ? print(run(model, plan(model.plan()))) : refuse(faults);
  }

  private StudyPlan plan(RunPlan given) {
    return new StudyPlan(
        horizon == null ? given.horizon() : horizon,
        warmup == null ? given.warmup() : OptionCheck.warmup(warmup),
        replications == null ? given.replications() : replications,
        halfWidth == null ? OptionalDouble.empty() : OptionalDouble.of(halfWidth / 100),
        mostReplications,
        seed == null ? given.seed() : seed,
        threads,
        antithetic,
        budget);
  }

  private StudyOutcome run(LineModel model, StudyPlan plan) throws IOException {
    if (trace == null) {
      return Study.run(model, plan);
    }
    try (Writer out = Files.newBufferedWriter(trace)) {
      out.write("time,event,element,subject\n");
      TraceListener listener =
          (time, kind, element, subject) -> {
            double units = model.time().units((double) time);
            write(out, "%s,%s,%s,%d%n".formatted(units, kind, element, subject));
          };
      return Study.run(model, plan, listener);
    }
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException fault) {
      throw new UncheckedIOException("The trace could not be written.", fault);
    }
  }

  private int print(StudyOutcome outcome) {
    return switch (outcome) {
      case StudyOutcome.Refused refused -> refuse(List.of(refused.refusal()));
      case StudyOutcome.Completed completed -> {
        completed.report().warnings().forEach(this::complain);
        String json =
            JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ReportJson.of(completed.report()));
        commandLine().getOut().println(json);
        yield 0;
      }
    };
  }

  private int refuse(List<Refusal> faults) {
    faults.forEach(this::complain);
    return REFUSED;
  }

  private void complain(Refusal refusal) {
    commandLine().getErr().println(refusal);
  }

  private picocli.CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli injects the specification.");
    }
    return spec.commandLine();
  }
}
