// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.simulation.backtest.Backtest;
import org.millwright.simulation.backtest.BacktestReport;
import org.millwright.simulation.backtest.StopRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forecasts hourly availability from a line's stops and holds it against what came. */
@Command(
    name = "backtest",
    description =
        "Predicts hourly availability from past stops and compares it with what happened.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--downtime", description = "Table of stops (${DEFAULT-VALUE}).")
  private Path downtime = Path.of("../shared/data/production/bottling_downtime.csv");

  @Option(names = "--hourly", description = "Table of hours (${DEFAULT-VALUE}).")
  private Path hourly = Path.of("../shared/data/production/bottling_hourly.csv");

  @Option(names = "--from", description = "First day to learn from (${DEFAULT-VALUE}).")
  private LocalDate from = LocalDate.of(2022, 7, 1);

  @Option(names = "--split", description = "First day to predict (${DEFAULT-VALUE}).")
  private LocalDate split = LocalDate.of(2022, 10, 1);

  @Option(names = "--until", description = "Day after the last to predict (${DEFAULT-VALUE}).")
  private LocalDate until = LocalDate.of(2100, 1, 1);

  @Option(names = "--seed", description = "Seed of all random streams (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--report", description = "The HTML page to write.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    for (Path file : new Path[] {downtime, hourly}) {
      if (!Files.isRegularFile(file)) {
        return refuse(
            new Refusal(
                "SIM-FILE", "", "There is no file %s.".formatted(file), "name it by an option."));
      }
    }
    StopRecord record = StopRecord.read(Files.readString(downtime), Files.readString(hourly));
    record.faults().forEach(this::refuse);
    boolean learnable =
        record.days(from, split).stream().anyMatch(day -> !day.runs().events().isEmpty());
    if (!learnable || record.hours(split, until).isEmpty()) {
      return refuse(
          new Refusal(
              "SIM-HISTORY-EMPTY",
              "",
              "There are no runs between %s and %s to learn from, or no hours until %s to predict."
                  .formatted(from, split, until),
              "choose --from, --split and --until inside the record."));
    }
    return print(Backtest.of(record, from, split, until, seed));
  }

  private int refuse(Refusal fault) {
    CommandSpec command = spec;
    if (command != null) {
      command.commandLine().getErr().println(fault);
    }
    return REFUSED;
  }

  private int print(Backtest test) throws IOException {
    if (report != null) {
      Files.writeString(report, BacktestReport.html(test));
    }
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("days", test.forecast().dayCount());
    json.put("hours", test.rows().size());
    json.put("coverage50", test.coverage50());
    json.put("coverage90", test.coverage90());
    json.put("predictedAvailability", test.predictedMean());
    json.put("actualAvailability", test.actualMean());
    json.put("runs", test.forecast().runs().families().getFirst().distribution().toString());
    json.put("stops", test.forecast().stops().families().getFirst().distribution().toString());
    CommandSpec command = spec;
    if (command != null) {
      String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
      command.commandLine().getOut().println(text);
    }
    return 0;
  }
}
