// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.format.Validator;
import org.millwright.scheduling.history.LogFault.Kind;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.search.Limits;
import org.millwright.scheduling.search.Scheduler;

class LogTest {

  private static final String HEADER = "case_id,activity,resource,start_timestamp,timestamp\n";
  private static final String GOOD =
      """
      A,Turning,R1,2012/01/02 08:00:00,2012/01/02 09:00:00
      A,Turning,R1,2012/01/02 09:10:00,2012/01/02 09:40:00
      A,Packing,R2,2012/01/02 10:00:00,2012/01/02 10:20:00
      B,Turning,R1,2012/01/02 10:00:00,2012/01/02 12:00:00
      B,"Packing",R2,2012/01/02 11:00:00,2012/01/02 12:30:00
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C,Turning,R3,2012/01/02 08:00:00                          | COLUMNS",
        "C,Turning,R3,2012/01/02 08:00:00,2012/01/02 09:00:00,x    | COLUMNS",
        ",Turning,R3,2012/01/02 08:00:00,2012/01/02 09:00:00       | EMPTY",
        "C,Turning,,2012/01/02 08:00:00,2012/01/02 09:00:00        | EMPTY",
        "C,Turning,R3,,2012/01/02 09:00:00                         | TIME",
        "C,Turning,R3,2012/13/02 08:00:00,2012/01/02 09:00:00      | TIME",
        "C,Turning,R3,2012/02/30 08:00:00,2012/03/02 09:00:00      | TIME",
        "C,Turning,R3,yesterday,2012/01/02 09:00:00                | TIME",
        "C,Turning,R3,2012/01/02 09:00:00,2012/01/02 08:00:00      | BACKWARDS",
        "C,Turning,R3,2012/01/02 09:00:00,2012/01/02 09:00:00      | NO_TIME",
        "C,Turning,R3,2012/01/02 09:00:00,2012/03/02 09:00:00      | TOO_LONG",
        "A,Turning,R1,2012/01/02 08:00:00,2012/01/02 09:00:00      | DUPLICATE",
        "A,Turning,R1,2012/01/02 09:20:00,2012/01/02 09:30:00      | DOUBLE_BOOKED",
        "C,Turning,R1,2012/01/02 08:30:00,2012/01/02 08:40:00      | OVERLAP",
      })
  void a_row_that_cannot_be_right_is_told_with_its_line(String row, Kind kind) {
    EventLog log = log(HEADER + GOOD + row + "\n");
    assertThat(log.rowCount()).isEqualTo(6);
    assertThat(log.faults()).hasSize(1);
    assertThat(log.faults().getFirst().line()).isEqualTo(7);
    assertThat(log.faults().getFirst().kind()).isEqualTo(kind);
    assertThat(log.rows()).hasSize(kind.leftOut() ? 5 : 6);
  }

  @Test
  void columns_may_stand_in_any_order_and_times_may_be_iso() {
    EventLog log =
        log(
            "timestamp,x,activity,case_id,resource,start_timestamp\n"
                + "2012-01-02T09:00,?,Turning,A,R,2012-01-02T08:00\n");
    assertThat(log.rows().getFirst().minutes()).isEqualTo(60);
    assertThat(log.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "'a,b,c'", "'case_id,activity,resource,start_timestamp,timestamp'"})
  void a_file_without_header_or_usable_rows_is_refused(String text) {
    assertThat(LogReader.read(text)).isInstanceOf(LogReading.Refused.class);
  }

  @Test
  void rows_of_one_activity_in_a_row_are_one_step_with_their_minutes() {
    Routings routings = Routings.of(log(HEADER + GOOD));
    assertThat(routings.orders().get("A"))
        .extracting(LogStep::activity)
        .containsExactly("Turning", "Packing");
    assertThat(routings.orders().get("A")).extracting(LogStep::minutes).containsExactly(90, 20);
    assertThat(routings.activity("Turning").resources()).containsExactly("R1");
    assertThat(routings.activity("Packing").resources()).isEmpty();
    assertThat(routings.activity("Turning").medianMinutes()).isEqualTo(90);
  }

  @Test
  void orders_are_released_at_their_first_row_and_lots_go_over_where_steps_overlapped() {
    LogShop shop = new LogShop(log(HEADER + GOOD));
    assertThat(Validator.validate(shop.problem())).isEmpty();
    assertThat(shop.problem().jobs().get(1).release()).isEqualTo(10 * 60);
    assertThat(shop.problem().jobs().get(0).links().getFirst().lots()).isEqualTo(1);
    assertThat(shop.problem().jobs().get(1).links().getFirst().lots()).isEqualTo(3);
  }

  @Test
  void the_plan_stands_beside_what_happened() {
    LogShop shop = new LogShop(log(HEADER + GOOD));
    Plan plan = Scheduler.solve(shop.problem(), Limits.iterations(50, 1, 1), p -> {}).plan();
    assertThat(Checker.check(shop.problem(), plan).violations()).isEmpty();
    Comparison comparison = Comparison.of(shop, plan);
    assertThat(comparison.orders()).hasSize(2);
    assertThat(comparison.orders().getFirst().actualEnd()).isEqualTo(10 * 60 + 20);
    assertThat(comparison.actualFlowHours()).isEqualTo((140 + 150) / 2.0 / 60);
    assertThat(comparison.plannedFlowHours()).isLessThanOrEqualTo(comparison.actualFlowHours());
    long work = plan.placements().stream().mapToLong(LogTest::minutes).sum();
    assertThat(comparison.uses())
        .extracting(Comparison.Use::actualMinutes)
        .containsExactly(210L, 110L);
    assertThat(work)
        .isGreaterThanOrEqualTo(
            comparison.uses().stream().mapToLong(Comparison.Use::plannedMinutes).sum());
  }

  @Test
  void the_report_shows_figures_faults_and_a_picture_in_both_languages() {
    EventLog log = log(HEADER + GOOD + "<b>,Turning,R3,x,y\n");
    LogShop shop = new LogShop(log);
    Plan plan = Scheduler.solve(shop.problem(), Limits.iterations(10, 1, 1), p -> {}).plan();
    Comparison comparison = Comparison.of(shop, plan);
    for (boolean chinese : List.of(false, true)) {
      ReplanReport report = new ReplanReport(log, shop, comparison, chinese);
      assertThat(report.html())
          .contains("<svg", "TIME", chinese ? "zh-CN" : "en")
          .doesNotContain("%s");
      assertThat(report.markdown("r.svg")).contains("](r.svg)", "| 7 | TIME |");
      assertThat(report.picture()).contains("prefers-color-scheme:dark", "<circle");
    }
    assertThat(ReplanWords.CHINESE.unknown()).hasSameSizeAs(ReplanWords.ENGLISH.unknown());
    assertThat(ReplanWords.CHINESE.figures()).hasSameSizeAs(ReplanWords.ENGLISH.figures());
  }

  private static int minutes(Placement placement) {
    return placement.end() - placement.start();
  }

  private static EventLog log(String text) {
    LogReading reading = LogReader.read(text);
    assertThat(reading).isInstanceOf(LogReading.Accepted.class);
    return ((LogReading.Accepted) reading).log();
  }
}
