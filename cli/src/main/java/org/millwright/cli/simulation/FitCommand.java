// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.simulation.history.DurationFit;
import org.millwright.simulation.history.History;
import org.millwright.simulation.history.HistoryReader;
import org.millwright.simulation.history.HistoryReading;
import org.millwright.simulation.history.LineFit;
import org.millwright.simulation.history.SurvivalPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Learns a model from the recorded states and counts of a line. */
@Command(
    name = "fit",
    description = "Learns a simulation model from state intervals and counts.",
    mixinStandardHelpOptions = true)
public final class FitCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "INTERVALS.csv",
      description = "Columns machine, state, start, end and, if known, product.")
  private @Nullable Path intervals;

  @Option(
      names = "--counts",
      description = "Columns machine, start, end, good and, if known, rejected and product.")
  private @Nullable Path counts;

  @Option(names = "--out", required = true, description = "The model file to write.")
  private @Nullable Path out;

  @Option(names = "--pictures", description = "A folder for one SVG picture of each fit.")
  private @Nullable Path pictures;

  @Option(names = "--buffer", description = "Room between two machines (${DEFAULT-VALUE}).")
  private int buffer = 10;

  @Override
  public Integer call() throws IOException {
    if (spec == null || intervals == null || out == null) {
      throw new IllegalStateException("picocli requires INTERVALS.csv and --out.");
    }
    for (Path file : counts == null ? List.of(intervals) : List.of(intervals, counts)) {
      if (!Files.isRegularFile(file)) {
        return refuse(List.of(Refusal.of("SIM-FILE", "", "There is no file %s.".formatted(file))));
      }
    }
    Optional<String> made =
        counts == null ? Optional.empty() : Optional.of(Files.readString(counts));
    return switch (HistoryReader.read(Files.readString(intervals), made)) {
      case HistoryReading.Refused refused -> refuse(refused.faults());
      case HistoryReading.Accepted accepted -> fit(accepted.history(), out);
    };
  }

  private int refuse(List<Refusal> faults) {
    CommandSpec command = spec;
    if (command != null) {
      faults.forEach(fault -> command.commandLine().getErr().println(fault));
    }
    return REFUSED;
  }

  private int fit(History history, Path target) throws IOException {
    LineFit fit = LineFit.of(history, buffer);
    Files.writeString(target, pretty(fit.model()));
    if (pictures != null) {
      Files.createDirectories(pictures);
      for (Map.Entry<String, DurationFit> entry : fit.fits().entrySet()) {
        String name = entry.getKey().replaceAll("[^A-Za-z0-9.-]+", "-") + ".svg";
        Files.writeString(
            pictures.resolve(name), SurvivalPicture.of(entry.getKey(), entry.getValue()));
      }
    }
    refuse(history.warnings());
    print(summary(fit));
    return 0;
  }

  private void print(ObjectNode json) {
    CommandSpec command = spec;
    if (command != null) {
      command.commandLine().getOut().println(pretty(json));
    }
  }

  private static String pretty(ObjectNode json) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static ObjectNode summary(LineFit fit) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ObjectNode fits = json.putObject("fits");
    fit.fits().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> describe(fits.putObject(entry.getKey()), entry.getValue()));
    ArrayNode words = json.putArray("words");
    fit.words().forEach(words::add);
    return json;
  }

  private static void describe(ObjectNode json, DurationFit fit) {
    json.put("verdict", fit.verdict().name());
    json.put("events", fit.data().events().size());
    json.put("cutOff", fit.data().censored().size());
    json.put("mean", fit.chosen().mean());
    json.put("best", fit.families().getFirst().distribution().family());
    json.put("distance", fit.distance());
    if (!Double.isNaN(fit.pValue())) {
      json.put("pValue", fit.pValue());
    }
    ObjectNode aic = json.putObject("aic");
    fit.families().forEach(one -> aic.put(one.distribution().family(), one.aic()));
  }
}
