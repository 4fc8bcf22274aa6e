// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.simulation.experiment.Design;
import org.millwright.simulation.experiment.Experiment;
import org.millwright.simulation.experiment.Experiment.Goal;
import org.millwright.simulation.experiment.Factor;
import org.millwright.simulation.experiment.Search;
import org.millwright.simulation.experiment.Selection;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs variants of a line under common random numbers and says which is better, how surely. */
@Command(
    name = "experiment",
    description = "Tries variants of a line and prints one JSON object.",
    mixinStandardHelpOptions = true)
public final class ExperimentCommand implements Callable<Integer> {

  private static final int REFUSED = 2;
  private static final int MOST_POINTS = 10_000;

  /** How variants are chosen when something is varied. */
  enum Plan {
    FACTORIAL,
    LATIN_HYPERCUBE,
    SEARCH,
    ALLOCATION;

    /** The word the command line uses; picocli finds constants by it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL.json",
      description = "One model to vary, two to compare, more to pick the best of.")
  private List<Path> files = List.of();

  @Option(
      names = "--vary",
      paramLabel = "ID=LOW..HIGH",
      description =
          "Capacity of a buffer, places of a station, count of a pool, cards of a loop;"
              + " repeatable.")
  private List<String> varied = List.of();

  @Option(
      names = "--design",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); allocation keeps the total.")
  private Plan design = Plan.FACTORIAL;

  @Option(names = "--levels", description = "Levels of each factor of a factorial design.")
  private int levels = 2;

  @Option(names = "--points", description = "Points of a Latin hypercube (${DEFAULT-VALUE}).")
  private int points = 20;

  @Option(names = "--budget", description = "Most variants of a search (${DEFAULT-VALUE}).")
  private int budget = 100;

  @Option(names = "--total", description = "Places to allocate; the sum the model has by default.")
  private @Nullable Integer total;

  @Option(names = "--indifference", description = "Difference worth finding among models.")
  private @Nullable Double indifference;

  @Option(names = "--objective", description = "MEASURE of the line or ELEMENT.MEASURE.")
  private String objective = "throughput";

  @Option(names = "--minimise", description = "The smaller the objective, the better.")
  private boolean minimise;

  @Option(names = "--replications", description = "Independent runs of each variant.")
  private @Nullable Integer replications;

  @Option(names = "--seed", description = "Seed of all random streams.")
  private @Nullable Long seed;

  @Option(names = "--threads", description = "Threads to use; the result does not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    List<Refusal> faults = new ArrayList<>();
    List<LineModel> models = new ArrayList<>();
    for (Path file : files) {
      switch (ModelReader.read(file)) {
        case ModelReading.Refused refused -> faults.addAll(refused.faults());
        case ModelReading.Accepted accepted -> models.add(accepted.model());
      }
    }
    checkOptions(faults);
    if (!faults.isEmpty()) {
      return refuse(faults);
    }
    List<Factor> factors = VariedParts.factors(models.getFirst(), varied, faults);
    Optional<MeasureKey> key =
        faults.isEmpty() ? find(models.getFirst(), faults) : Optional.empty();
    if (key.isEmpty()) {
      return refuse(faults);
    }
    Experiment experiment =
        new Experiment(plan(models.getFirst()), key.get(), minimise ? Goal.MINIMUM : Goal.MAXIMUM);
    print(answer(experiment, models, factors));
    return 0;
  }

  private void checkOptions(List<Refusal> faults) {
    atLeast(faults, "--replications", replications == null ? 2 : replications, 2);
    atLeast(faults, "--threads", threads, 1);
    atLeast(faults, "--levels", levels, 2);
    atLeast(faults, "--points", points, 1);
    atLeast(faults, "--budget", budget, 1);
    if (files.size() == 1 && varied.isEmpty()) {
      faults.add(
          new Refusal(
              "SIM-MISSING",
              "--vary",
              "One model and nothing to vary are no experiment.",
              "add --vary ID=LOW..HIGH or a second model."));
    }
    if (files.size() > 1 && !varied.isEmpty()) {
      faults.add(
          Refusal.of(
              "SIM-COMBINATION", "--vary", "Parts are varied of one model, not of several."));
    }
    if (design == Plan.FACTORIAL && Math.pow(levels, varied.size()) > MOST_POINTS) {
      faults.add(
          new Refusal(
              "SIM-TOO-LARGE",
              "--levels",
              "%d levels of %d factors are more than %,d variants."
                  .formatted(levels, varied.size(), MOST_POINTS),
              "use --design latin-hypercube."));
    }
  }

  private static void atLeast(List<Refusal> faults, String option, int value, int least) {
    if (value < least) {
      faults.add(Refusal.of("SIM-RANGE", option, "%d is less than %d.".formatted(value, least)));
    }
  }

  private StudyPlan plan(LineModel model) {
    StudyPlan plan = StudyPlan.of(model.plan()).onThreads(threads);
    plan = replications == null ? plan : plan.replicated(replications);
    return seed == null ? plan : plan.seeded(seed);
  }

  /** Runs the model once to see that it runs and what it measures. */
  private Optional<MeasureKey> find(LineModel model, List<Refusal> faults) {
    return switch (Study.run(model, plan(model).replicated(2))) {
      case StudyOutcome.Refused refused -> {
        faults.add(refused.refusal());
        yield Optional.empty();
      }
      case StudyOutcome.Completed completed -> {
        List<MeasureKey> keys = List.copyOf(completed.report().intervals().keySet());
        Optional<MeasureKey> found =
            keys.stream().filter(key -> key.toString().equals(objective)).findFirst();
        if (found.isEmpty()) {
          faults.add(
              new Refusal(
                  "SIM-UNKNOWN-MEASURE",
                  "--objective",
                  "The model has no measure \"%s\".".formatted(objective),
                  "one of " + VariedParts.similar(keys, objective) + " was meant."));
        }
        yield found;
      }
    };
  }

  private ObjectNode answer(Experiment experiment, List<LineModel> models, List<Factor> factors) {
    ExperimentJson json = new ExperimentJson(experiment, factors);
    if (models.size() == 2 && indifference == null) {
      return json.comparison(experiment.compare(models.get(1), models.get(0)));
    }
    if (models.size() > 1) {
      double worth = indifference == null ? 0 : indifference;
      return json.selection(
          files, Selection.of(experiment, models, Math.max(worth, 1e-9), 0.95, 10_000));
    }
    LineModel model = models.getFirst();
    return switch (design) {
      case FACTORIAL ->
          json.answers(experiment.run(model, factors, Design.factorial(factors, levels)));
      case LATIN_HYPERCUBE ->
          json.answers(
              experiment.run(
                  model,
                  factors,
                  Design.latinHypercube(factors, points, experiment.plan().seed())));
      case SEARCH ->
          json.search(
              Search.overWholeValues(
                  experiment, model, factors, VariedParts.middles(factors), budget));
      case ALLOCATION ->
          json.search(
              Search.bufferAllocation(
                  experiment,
                  model,
                  VariedParts.ids(varied),
                  total == null ? VariedParts.capacity(model, varied) : total,
                  budget));
    };
  }

  private void print(ObjectNode json) {
    commandLine()
        .getOut()
        .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }

  private int refuse(List<Refusal> faults) {
    faults.forEach(fault -> commandLine().getErr().println(fault));
    return REFUSED;
  }

  private picocli.CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli injects the specification.");
    }
    return spec.commandLine();
  }
}
