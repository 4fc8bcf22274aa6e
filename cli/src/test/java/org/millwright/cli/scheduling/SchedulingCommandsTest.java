// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchedulingCommandsTest {

  private static final Path EXAMPLES = Path.of("..", "engine", "scheduling", "examples");
  private static final String PROBLEM = EXAMPLES.resolve("problem.json").toString();
  private static final String EVENT = EXAMPLES.resolve("event.json").toString();

  /** A small problem of every benchmark format, with what its first operation must be. */
  private static final Map<String, String> SMALL =
      Map.of(
          "fjsp", "1 2 1.5\n2 1 1 5 2 1 3 2 4\n",
          "jsp", "2 2\n0 3 1 2\n1 4 0 1\n",
          "hfsp", "2\n2\n2 1\n3 4\n5 6\n",
          "sdst-pfsp", "2 2\n3 4\n2 5\n0 1\n2 0\n0 3\n1 0\n",
          "wtsds",
              "Problem Instance: 1\n"
                  + "Problem Size: 2\n"
                  + "Begin Problem Specification\n"
                  + "Process Times:\n"
                  + "3\n"
                  + "4\n"
                  + "Weights:\n"
                  + "1\n"
                  + "2\n"
                  + "Duedates:\n"
                  + "3\n"
                  + "4\n"
                  + "Setup Times:\n"
                  + "-1 0 1\n"
                  + "-1 1 2\n"
                  + "0 1 3\n"
                  + "1 0 2\n"
                  + "End Problem Specification\n");

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String inFolder(String name) {
    return folder.resolve(name).toString();
  }

  private JsonNode answer() {
    assertThat(out.toString().lines()).hasSize(1);
    return JsonMapper.shared().readTree(out.toString());
  }

  private void plan() {
    int code =
        run(new ScheduleCommand(), PROBLEM, "--iterations", "50", "--out", inFolder("plan.json"));
    assertThat(code).isZero();
  }

  @Test
  void schedule_prints_one_object_with_the_fields_promised_and_draws_the_plan() throws IOException {
    int code =
        run(
            new ScheduleCommand(),
            PROBLEM,
            "--iterations",
            "50",
            "--threads",
            "2",
            "--seed",
            "3",
            "--out",
            inFolder("plan.json"),
            "--gantt",
            inFolder("plan.svg"));

    assertThat(code).isZero();
    assertThat(answer().propertyNames())
        .containsExactly("status", "objective", "lowerBound", "elapsedSeconds", "operations");
    assertThat(answer().path("operations")).hasSize(6);
    assertThat(answer().path("operations").get(0).propertyNames())
        .containsExactly("job", "operation", "machine", "start", "end");
    assertThat(answer().path("objective").propertyNames())
        .contains("makespan", "tardiness", "changeover", "energy", "wip", "instability");
    assertThat(err.toString()).contains("objective", "bound");
    assertThat(Files.readString(folder.resolve("plan.svg"))).startsWith("<svg").contains("oven-1");
    assertThat(run(new CheckCommand(), PROBLEM, inFolder("plan.json"))).isZero();
    assertThat(answer().path("legal").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"fjsp", "jsp", "hfsp", "sdst-pfsp", "wtsds"})
  void every_benchmark_format_is_planned_counting_from_zero_and_checked(String format)
      throws IOException {
    String problem = file("p.txt", SMALL.getOrDefault(format, ""));
    int code =
        run(
            new ScheduleCommand(),
            problem,
            "--format",
            format,
            "--iterations",
            "20",
            "--out",
            inFolder("plan.json"));

    assertThat(err.toString()).doesNotContain("SCHEDULE-");
    assertThat(code).isZero();
    List<JsonNode> operations = answer().path("operations").valueStream().toList();
    assertThat(operations).allMatch(node -> node.path("machine").isIntegralNumber());
    assertThat(operations.stream().mapToInt(node -> node.path("job").intValue()).min()).hasValue(0);
    assertThat(operations.stream().mapToInt(node -> node.path("operation").intValue()).min())
        .hasValue(0);
    assertThat(run(new CheckCommand(), problem, inFolder("plan.json"), "--format", format))
        .isZero();
    assertThat(answer().path("legal").booleanValue()).isTrue();
  }

  @Test
  void the_same_seed_gives_the_same_plan_on_any_number_of_threads() {
    run(new ScheduleCommand(), PROBLEM, "--iterations", "60", "--threads", "1", "--seed", "9");
    JsonNode one = answer().path("operations");
    run(new ScheduleCommand(), PROBLEM, "--iterations", "60", "--threads", "3", "--seed", "9");
    assertThat(answer().path("operations")).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({
    "makespan",
    "'tardiness,makespan'",
    "tardiness+0.5*changeover",
    "'energy,makespan+wip'"
  })
  void objectives_are_lexicographic_or_weighted(String objective) {
    assertThat(run(new ScheduleCommand(), PROBLEM, "--iterations", "20", "--objective", objective))
        .isZero();
    assertThat(err.toString()).contains("(" + objective + ")");
  }

  @Test
  void check_names_the_rule_that_a_plan_breaks() throws IOException {
    plan();
    String moved =
        Files.readString(folder.resolve("plan.json"))
            .replaceFirst("\"machine\":\"oven-[12]\"", "\"machine\":\"mixer\"");
    assertThat(run(new CheckCommand(), PROBLEM, file("bad.json", moved))).isZero();
    assertThat(answer().path("legal").booleanValue()).isFalse();
    assertThat(answer().path("violations").get(0).path("rule").stringValue())
        .isEqualTo("ABLE_MACHINE");
  }

  @Test
  void repair_says_what_moved_and_what_it_costs() {
    plan();
    int code =
        run(
            new RepairCommand(),
            PROBLEM,
            inFolder("plan.json"),
            EVENT,
            "--iterations",
            "30",
            "--out",
            inFolder("repaired.json"));
    assertThat(err.toString()).doesNotContain("SCHEDULE-");
    assertThat(code).isZero();
    assertThat(answer().propertyNames())
        .contains("status", "operations", "moved", "movedShare", "cost", "firstLegalMilliseconds");
    assertThat(folder.resolve("repaired.json")).exists();
  }

  @Test
  void explain_gives_the_chain_of_a_job_an_operation_and_the_shortages() {
    plan();
    assertThat(run(new ExplainCommand(), PROBLEM, inFolder("plan.json"), "--job", "rolls"))
        .isZero();
    JsonNode chain = answer().path("chain");
    assertThat(chain.get(chain.size() - 1).path("to")).isEqualTo(answer().path("end"));
    assertThat(answer().path("operations")).hasSize(2);
    assertThat(
            run(
                new ExplainCommand(),
                PROBLEM,
                inFolder("plan.json"),
                "--job",
                "rolls",
                "--operation",
                "bake"))
        .isZero();
    assertThat(answer().path("operations")).hasSize(1);
    assertThat(run(new ExplainCommand(), PROBLEM, inFolder("plan.json"))).isZero();
    assertThat(answer().propertyNames()).containsExactly("lateJobs", "shortages");
  }

  @Test
  void replan_reports_bad_rows_and_writes_the_report_in_either_language() throws IOException {
    String log =
        file(
            "log.csv",
            "case_id,activity,resource,start_timestamp,timestamp\n"
                + "A,Turning,R1,2012/01/02 08:00:00,2012/01/02 09:00:00\n"
                + "A,Packing,R2,2012/01/02 10:00:00,2012/01/02 10:20:00\n"
                + "B,Turning,R1,2012/01/02 09:00:00,2012/01/02 08:00:00\n");
    String report = inFolder("report.md");
    assertThat(
            run(new ReplanCommand(), log, "--iterations", "10", "--out", report, "--lang", "zh-CN"))
        .isZero();
    assertThat(answer().path("legal").booleanValue()).isTrue();
    assertThat(answer().path("faultyRows").get(0).path("line").intValue()).isEqualTo(4);
    assertThat(Files.readString(Path.of(report))).contains("report.svg", "BACKWARDS");
    assertThat(folder.resolve("report.svg")).exists();
    assertThat(run(new ReplanCommand(), log, "--lang", "fr")).isEqualTo(2);
    assertThat(run(new ReplanCommand(), log, "--out", inFolder("x.pdf"))).isEqualTo(2);
    assertThat(run(new ReplanCommand(), PROBLEM)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | SCHEDULE-JSON",
        "[] | SCHEDULE-TYPE",
        "{\"jobs\":[],\"machines\":[{\"id\":\"M\"}]} | SCHEDULE-EMPTY at /jobs",
        "{\"jobs\":[{\"id\":\"A\",\"operations\":[{\"id\":\"1\",\"modes\":[{\"machine\":\"M\",\"duration\":NaN}]}]}],\"machines\":[{\"id\":\"M\"}]}"
            + " | SCHEDULE-JSON",
        "{\"jobs\":[{\"id\":\"A\",\"operations\":[{\"id\":\"1\",\"modes\":[{\"machine\":\"M\",\"duration\":1e30}]}]}],\"machines\":[{\"id\":\"M\"}]}"
            + " | SCHEDULE-NUMBER at /jobs/0/operations/0/modes/0/duration",
        "{\"jobs\":[{\"id\":\"A\",\"operations\":[{\"id\":\"1\",\"modes\":[{\"machine\":\"M\",\"duration\":-4}]}]}],\"machines\":[{\"id\":\"M\"}]}"
            + " | SCHEDULE-NUMBER at /jobs/0/operations/0/modes/0/duration",
        "{\"jobs\":[{\"id\":\"A\",\"operations\":[{\"id\":\"1\",\"modes\":[]}]}],\"machines\":[{\"id\":\"M\"}]}"
            + " | SCHEDULE-NO-MACHINE at /jobs/0/operations/0/modes",
        "2 2;0 3 1 | SCHEDULE-",
      })
  void bad_input_is_refused_by_code_and_place_with_exit_code_2(String text, String refusal)
      throws IOException {
    String problem = file("bad.json", text.replace(';', '\n'));
    String format = text.startsWith("2") ? "jsp" : "millwright";
    assertThat(run(new ScheduleCommand(), problem, "--format", format)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds,0",
    "--seconds,NaN",
    "--seconds,soon",
    "--threads,-1",
    "--iterations,-5",
    "--format,xml",
    "--objective,profit",
    "--objective,-1*makespan",
    "--out,/no/such/folder/p.json",
    "--gantt,/no/such/folder/p.svg",
    "--colour,red"
  })
  void options_that_make_no_sense_end_with_exit_code_2(String option, String value) {
    assertThat(run(new ScheduleCommand(), PROBLEM, option, value)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isNotEmpty();
  }

  @Test
  void files_that_are_not_there_or_plans_of_something_else_are_refused() throws IOException {
    plan();
    assertThat(run(new ScheduleCommand(), inFolder("none.json"))).isEqualTo(2);
    assertThat(run(new CheckCommand(), PROBLEM, file("p.json", "{}"))).isEqualTo(2);
    assertThat(run(new CheckCommand(), PROBLEM, file("p.json", "{\"operations\":[7]}")))
        .isEqualTo(2);
    assertThat(run(new ExplainCommand(), PROBLEM, inFolder("plan.json"), "--job", "cake"))
        .isEqualTo(2);
    assertThat(
            run(
                new RepairCommand(),
                PROBLEM,
                inFolder("plan.json"),
                file("e.json", "{\"type\":\"fire\"}")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("SCHEDULE-EVENT at /type");
  }

  @Test
  void what_cannot_be_planned_is_listed_with_its_reason() throws IOException {
    String problem =
        file(
            "p.json",
            """
            {"machines": [{"id": "M"}], "materials": [{"id": "steel", "stock": 1}], "jobs": [
              {"id": "A", "operations": [{"id": "1", "modes": [{"machine": "M", "duration": 5}],
                "materials": [{"material": "steel", "quantity": 2}]}]},
              {"id": "B", "operations": [{"id": "1", "modes": [{"machine": "M", "duration": 5}]}]}]}
            """);
    assertThat(run(new ScheduleCommand(), problem, "--iterations", "10")).isZero();
    assertThat(answer().path("status").stringValue()).isEqualTo("partial");
    assertThat(answer().path("operations")).hasSize(1);
    assertThat(answer().path("unplanned").get(0).path("reason").stringValue()).contains("steel");
  }

  @Test
  void a_breakage_of_the_machine_itself_ends_with_exit_code_1() throws IOException {
    Path folderAsFile = Files.createDirectory(folder.resolve("directory"));
    assertThat(run(new ScheduleCommand(), folderAsFile.toString())).isEqualTo(1);
  }
}
