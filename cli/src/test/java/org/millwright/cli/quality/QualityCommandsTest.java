// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityCommandsTest {

  private static final String GROUPS =
      """
      batch,x,stuck,text,gap,far
      1,5.1,3,4.0,1,1
      1,5.3,3,4.1,2,2
      2,5.0,3,abc,,inf
      2,5.6,3,4.2,3,3
      3,5.2,3,4.4,4,4
      3,5.5,3,4.0,5,5
      """;

  @TempDir Path folder;

  private record Result(int code, String out, String error) {

    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  private Result run(QualityCommand command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter error = new StringWriter();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(error))
            .execute(arguments);
    return new Result(code, out.toString(), error.toString());
  }

  private Result spc(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("data.csv"), text);
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(options));
    return run(new SpcCommand(), arguments.toArray(String[]::new));
  }

  @Test
  void chartIsOneJsonObjectWithItsPicture() throws IOException {
    Path picture = folder.resolve("chart.svg");
    Result result =
        spc(
            GROUPS,
            "--chart",
            "xbar-r",
            "--value",
            "x",
            "--subgroup",
            "batch",
            "--rules",
            "nelson",
            "--lsl",
            "4",
            "--usl",
            "7",
            "--svg",
            picture.toString());

    assertThat(result.code()).isZero();
    JsonNode json = result.json();
    assertThat(json.get("center").asDouble()).isCloseTo(5.283333, within(1e-6));
    assertThat(json.get("figures").get("rBar").asDouble()).isCloseTo(0.3666667, within(1e-6));
    assertThat(json.get("constants").get("A2").asDouble()).isCloseTo(1.880, within(1e-3));
    assertThat(json.get("limits").get("r").get("ucl").asDouble()).isCloseTo(1.198, within(1e-3));
    assertThat(json.get("capability").get("cpk").asDouble()).isPositive();
    assertThat(Files.readString(picture)).contains("<svg");
  }

  @Test
  void subgroupsComeByColumnBySizeOrSideBySide() throws IOException {
    String wide = "a,b\n5.1,5.3\n5.0,5.6\n5.2,5.5\n";
    double byColumn = center(spc(GROUPS, "--value", "x", "--subgroup", "batch"));

    assertThat(center(spc(GROUPS, "--value", "x", "--subgroup", "2"))).isEqualTo(byColumn);
    assertThat(center(spc(GROUPS, "--value", "2", "--subgroup", "col:1"))).isEqualTo(byColumn);
    assertThat(center(spc(wide, "--chart", "xbar-r"))).isEqualTo(byColumn);
    assertThat(center(spc("5.1,5.3\n5.0,5.6\n5.2,5.5\n", "--chart", "xbar-r", "--value", "1-2")))
        .isEqualTo(byColumn);
  }

  private static double center(Result result) {
    return result.json().get("center").asDouble();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--chart i-mr --value stuck | QUALITY-CONSTANT-DATA",
        "--chart i-mr --value text | QUALITY-VALUE-TEXT",
        "--chart i-mr --value gap | QUALITY-VALUE-MISSING",
        "--chart i-mr --value far | QUALITY-VALUE-INFINITE",
        "--chart i-mr --value none | QUALITY-COLUMN-ABSENT",
        "--chart xbar-r --value x | QUALITY-SUBGROUP-OF-ONE",
        "--chart xbar-r --value x --subgroup 6 | QUALITY-TOO-FEW-POINTS",
        "--chart i-mr --value x --lsl 7 --usl 4 | QUALITY-LIMITS-REVERSED",
        "--chart p --value batch | QUALITY-SIZE-ABSENT",
        "--chart pie --value x | QUALITY-CHART-UNKNOWN",
        "--chart i-mr --value x --rules best | QUALITY-RULES-UNKNOWN",
        "--chart i-mr --value x --sigma-method magic | QUALITY-SIGMA-METHOD-UNKNOWN",
        "--chart i-mr --value x --where batch=9 | QUALITY-TABLE-EMPTY",
        "--chart i-mr --value x --where batch=1 --phase1 9 | QUALITY-OPTION-RANGE"
      })
  void whatCannotBeChartedIsRefusedWithACode(String options, String expected) throws IOException {
    Result result = spc(GROUPS, options.strip().split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.error()).startsWith(expected);
  }

  @Test
  void missingValuesMayBeLeftOutOnRequest() throws IOException {
    Result result = spc(GROUPS, "--chart", "i-mr", "--value", "gap", "--missing", "omit");

    assertThat(result.json().get("points").asInt()).isEqualTo(5);
  }

  @Test
  void planOfTheStandardHasTheKeysPeopleAskFor() {
    Result result = run(new SampleCommand(), "--lot", "1200", "--level", "II", "--aql", "1.0");

    JsonNode json = result.json();
    assertThat(json.get("codeLetter").asString()).isEqualTo("J");
    assertThat(json.get("sampleSize").asInt()).isEqualTo(80);
    assertThat(json.get("acceptanceNumber").asInt()).isEqualTo(2);
    assertThat(json.get("rejectionNumber").asInt()).isEqualTo(3);
  }

  @Test
  void aPlanAsLargeAsItsLotInspectsEveryUnit() {
    JsonNode json = run(new SampleCommand(), "--lot", "5", "--aql", "1.0").json();

    assertThat(json.get("fullInspection").asBoolean()).isTrue();
    assertThat(json.get("sampleSize").asInt()).isEqualTo(5);
    assertThat(json.get("tableSampleSize").asInt()).isEqualTo(13);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--lot 50 --n 80 --ac 1 | QUALITY-LOT-BELOW-SAMPLE",
        "--lot 1 --aql 1.0 | QUALITY-LOT-TOO-SMALL",
        "--lot 100 --aql 1.1 | QUALITY-AQL-UNKNOWN",
        "--lot 100 --aql 1.0 --level IV | QUALITY-LEVEL-UNKNOWN",
        "--lot 100 --aql 1.0 --inspection lax | QUALITY-INSPECTION-UNKNOWN",
        "--lot 100 | QUALITY-PLAN-ABSENT",
        "--p1 0.05 --p2 0.01 | QUALITY-DESIGN-RANGE",
        "--n 20 --ac 20 | QUALITY-ACCEPTANCE-RANGE",
        "--n 20 --ac 1 --model hyper | QUALITY-LOT-ABSENT"
      })
  void plansThatCannotBeAreRefused(String options, String expected) {
    Result result = run(new SampleCommand(), options.strip().split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.error()).startsWith(expected);
  }

  @Test
  void aSeriesOfLotsIsJudgedByTheSwitchingRules() {
    JsonNode json =
        run(new SampleCommand(), "--lot", "1200", "--aql", "1.0", "--found", "3,0,5,0").json();

    assertThat(json.get("inspection").asString()).isEqualTo("tightened");
    assertThat(json.get("lots").size()).isEqualTo(4);
    assertThat(json.get("lots").get(3).get("acceptanceNumber").asInt()).isEqualTo(1);
  }

  @Test
  void aClaimThatIsNotBorneOutIsRefusedWithTheCountItTakes() {
    Result result =
        run(new CapabilityCommand(), "--bad", "0", "--units", "1000", "--claim-ppm", "50");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.error()).startsWith("QUALITY-CLAIM-UNPROVEN").contains("59,914");
  }

  @Test
  void gaugeStudiesRefuseWhatIsNoStudy() throws IOException {
    Path file = Files.writeString(folder.resolve("g.csv"), "part,operator,value\n1,A,1\n2,A,2\n");
    Result result = run(new GaugeCommand(), file.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.error()).startsWith("QUALITY-GAUGE-TRIALS");
  }

  @Test
  void monitoringTakesAReferenceLyingOnItsSide() throws IOException {
    StringBuilder upright = new StringBuilder();
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    for (int t = 0; t < 50; t++) {
      double a = random.nextGaussian();
      double b = a + 0.1 * random.nextGaussian();
      upright.append(a).append(' ').append(b).append('\n');
      first.append(a).append(' ');
      second.append(b).append(' ');
    }
    Path test = Files.writeString(folder.resolve("test.dat"), upright);
    Path lying = Files.writeString(folder.resolve("train.dat"), first + "\n" + second + "\n");
    String[] common = {"--test", test.toString(), "--components", "1"};
    JsonNode one = run(new MonitorCommand(), with(common, "--train", test.toString())).json();
    JsonNode two = run(new MonitorCommand(), with(common, "--train", lying.toString())).json();

    assertThat(two.get("detectors")).isEqualTo(one.get("detectors"));
    assertThat(one.get("samples").asInt()).isEqualTo(50);
  }

  private static String[] with(String[] common, String... more) {
    List<String> all = new ArrayList<>(List.of(common));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
