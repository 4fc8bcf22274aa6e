// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationCommandsTest {

  private static final String MODEL =
      """
      {"horizon": 2000, "warmup": 100, "replications": 4, "elements": [
        {"type": "source", "id": "in", "to": "m"},
        {"type": "station", "id": "m", "time": {"type": "exponential", "mean": 2}, "to": "out"},
        {"type": "sink", "id": "out"}]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode answer() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  void printsMeanAndHalfWidthOfEveryMeasure() throws IOException {
    String trace = folder.resolve("trace.csv").toString();

    int code = run(new SimulateCommand(), file("m.json", MODEL), "--seed", "5", "--trace", trace);

    assertThat(code).isZero();
    JsonNode throughput = answer().path("elements").path("m").path("throughput");
    assertThat(throughput.path("mean").doubleValue()).isBetween(0.45, 0.55);
    assertThat(throughput.path("halfWidth").doubleValue()).isPositive();
    assertThat(answer().path("seed").longValue()).isEqualTo(5);
    assertThat(Files.readAllLines(Path.of(trace))).hasSizeGreaterThan(1000);
  }

  @Test
  void repeatsUntilTheHalfWidthIsReached() throws IOException {
    int code = run(new SimulateCommand(), file("m.json", MODEL), "--half-width", "1");

    assertThat(code).isZero();
    JsonNode throughput = answer().path("system").path("throughput");
    assertThat(throughput.path("halfWidth").doubleValue())
        .isLessThanOrEqualTo(0.01 * throughput.path("mean").doubleValue());
    assertThat(answer().path("replications").intValue()).isGreaterThan(4);
  }

  @Test
  void refusesAFaultyModelByPointerAndPrintsNothing() throws IOException {
    int code =
        run(new SimulateCommand(), file("m.json", MODEL.replace("\"to\": \"m\"", "\"to\": \"n\"")));

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("SIM-UNKNOWN-LINK at /elements/0/to");
  }

  @Test
  void refusesTimesThatContradictEachOther() throws IOException {
    String file = file("m.json", MODEL);

    assertThat(run(new SimulateCommand(), file, "--horizon", "50")).isEqualTo(2);
    assertThat(run(new SimulateCommand(), file, "--warmup", "soon")).isEqualTo(2);
    assertThat(run(new SimulateCommand(), file, "--replications", "0")).isEqualTo(2);
    assertThat(run(new SimulateCommand(), folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--warmup").contains("SIM-FILE");
  }

  @Test
  void fitsAModelThatCanBeSimulated() throws IOException {
    StringBuilder rows = new StringBuilder("machine,state,start,end\n");
    for (int i = 0; i < 20; i++) {
      int start = i * 100;
      rows.append("m,RUNNING,%d,%d%n".formatted(start, start + 70 + i));
      rows.append("m,BREAKDOWN,%d,%d%n".formatted(start + 70 + i, start + 100));
    }
    String model = folder.resolve("fitted.json").toString();

    int code =
        run(
            new FitCommand(),
            file("i.csv", rows.toString()),
            "--out",
            model,
            "--pictures",
            folder.resolve("pictures").toString());

    assertThat(code).isZero();
    assertThat(answer().path("fits").size()).isEqualTo(2);
    assertThat(folder.resolve("pictures")).isDirectoryContaining("glob:**.svg");
    assertThat(run(new SimulateCommand(), model, "--horizon", "5000", "--warmup", "0")).isZero();
  }

  @Test
  void saysWhichFileOfTheBacktestIsAbsent() {
    int code = run(new BacktestCommand(), "--downtime", folder.resolve("none.csv").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("SIM-FILE");
  }

  private static final String BUFFERED =
      """
      {"horizon": 1000, "warmup": 100, "replications": 6,
       "pools": [{"id": "crew", "count": 1}],
       "elements": [
        {"type": "source", "id": "in", "to": "a"},
        {"type": "station", "id": "a", "time": {"type": "exponential", "mean": 1}, "to": "b1"},
        {"type": "buffer", "id": "b1", "capacity": 2, "to": "b"},
        {"type": "station", "id": "b", "time": {"type": "exponential", "mean": 1}, "to": "b2"},
        {"type": "buffer", "id": "b2", "capacity": 2, "to": "c"},
        {"type": "station", "id": "c", "time": {"type": "exponential", "mean": 1}, "to": "out"},
        {"type": "sink", "id": "out"}]}
      """;

  @Test
  void everyVariantOfADesignCarriesItsConfidence() throws IOException {
    int code =
        run(
            new ExperimentCommand(),
            file("m.json", BUFFERED),
            "--vary",
            "b1=0..8",
            "--vary=c=1..2");

    assertThat(code).as(err.toString()).isZero();
    assertThat(answer().path("variants")).hasSize(4);
    JsonNode least = answer().path("variants").get(0);
    JsonNode most = answer().path("variants").get(3);
    assertThat(least.path("values").path("b1 capacity").intValue()).isZero();
    assertThat(most.path("values").path("c places").intValue()).isEqualTo(2);
    assertThat(most.path("mean").doubleValue()).isGreaterThan(least.path("mean").doubleValue());
    assertThat(least.path("halfWidth").doubleValue()).isPositive();
  }

  @Test
  void aSearchFindsMoreRoomBetterAndConfirmsTheGainOnFreshNumbers() throws IOException {
    int code =
        run(
            new ExperimentCommand(),
            file("m.json", BUFFERED),
            "--vary=b1=0..6",
            "--vary=b2=0..6",
            "--design=search",
            "--budget=30");

    assertThat(code).as(err.toString()).isZero();
    assertThat(answer().path("gain").path("mean").doubleValue()).isPositive();
    assertThat(answer().path("variants").intValue()).isBetween(2, 30);
  }

  @Test
  void twoModelsAreComparedReplicationByReplicationAndThreeAreRanked() throws IOException {
    String slow = file("slow.json", BUFFERED);
    String fast = file("fast.json", BUFFERED.replace("\"capacity\": 2", "\"capacity\": 20"));

    assertThat(run(new ExperimentCommand(), slow, fast)).isZero();
    assertThat(answer().path("verdict").stringValue()).isEqualTo("second");

    out.getBuffer().setLength(0);
    String none = file("none.json", BUFFERED.replace("\"capacity\": 2", "\"capacity\": 0"));
    assertThat(run(new ExperimentCommand(), slow, fast, none, "--indifference", "0.02")).isZero();
    assertThat(answer().path("best").stringValue()).isEqualTo(fast);
  }

  @Test
  void theLongestLeadTimeIsNoGoalWhenLessIsBetter() throws IOException {
    int code =
        run(
            new ExperimentCommand(),
            file("m.json", BUFFERED),
            "--vary=b1=0..9",
            "--design=search",
            "--objective=leadTime",
            "--minimise");

    assertThat(code).as(err.toString()).isZero();
    assertThat(answer().path("best").path("b1 capacity").intValue()).isLessThan(4);
    assertThat(answer().path("value").path("mean").doubleValue()).isPositive();
  }

  @Test
  void anExperimentWithoutSenseIsRefused() throws IOException {
    String model = file("m.json", BUFFERED);

    assertThat(run(new ExperimentCommand(), model)).isEqualTo(2);
    assertThat(run(new ExperimentCommand(), model, "--vary=zz=0..3")).isEqualTo(2);
    assertThat(run(new ExperimentCommand(), model, "--vary=b1=9..3")).isEqualTo(2);
    assertThat(run(new ExperimentCommand(), model, "--vary=b1=0..3", "--objective=b1.speed"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("SIM-MISSING at --vary", "\"zz\"", "b1=9..3", "SIM-UNKNOWN-MEASURE");
  }
}
