// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Name;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.performance.Element;
import org.millwright.performance.Elements;
import org.millwright.performance.Totals;
import org.millwright.performance.Unobserved;
import org.millwright.server.PlatformTest;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A real bottling line's log, whose tables disagree. */
@PlatformTest
@Tag("records")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BottlingTest {

  private static final Path DATA =
      Path.of(System.getProperty("millwright.shared", "../../shared/data"), "production");
  private static final String LINE = "plant/bottling/filler";
  private static final Period YEAR =
      new Period(Instant.parse("2022-01-01T00:00:00Z"), Instant.parse("2023-01-01T00:00:00Z"));

  @Autowired private HistoryImport history;
  @Autowired private Equipment equipment;
  @Autowired private Performance performance;

  @BeforeEach
  void theLineIsInTheRegister() {
    if (equipment.catalog().node(LINE).isEmpty()) {
      save("plant", EquipmentLevel.ENTERPRISE);
      save("plant/bottling", EquipmentLevel.WORK_CENTER);
      save(LINE, EquipmentLevel.WORK_UNIT);
    }
  }

  private void save(String path, EquipmentLevel level) {
    assertThat(
            equipment.save(
                new EquipmentNode(
                    path, level, Name.of(path), null, 1, null, true, true, null, null),
                "test"))
        .isEmpty();
  }

  @Test
  @Order(1)
  void aFileWithErrorsIsRefusedWithEveryLineAndNothingIsStored() {
    String bad =
        """
        date,downtime_start_time,downtime_end_time,state
        2022-07-22,11:58:03.777000,12:01:33.820000,
        22nd July,11:58:03,12:01:33,
        2022-07-22,noon,12:01:33,
        2022-07-23,10:00:00,10:00:00.5,LAZY
        2022-07-22,11:58:03.777000,12:01:33.820000,
        """;
    ImportReport report =
        history.take(
            ImportKind.INTERVALS, bad.getBytes(StandardCharsets.UTF_8), LINE, "", false, "test");
    assertThat(report.stored()).isFalse();
    assertThat(report.refusals())
        .extracting(Refusal::place)
        .contains(
            "line 3, column date",
            "line 4, column downtime_start_time",
            "line 5, column state",
            "line 6");
    assertThat(history.reconciliation(LINE).days()).isEmpty();
  }

  @Test
  @Order(2)
  void aGbkFileWithChineseColumnsIsReadAndAMissingColumnIsNamed() {
    byte[] gbk = "日期,开始时间,结束时间,原因\n2022年7月22日,8:05,8:20,卡料\n".getBytes(Charset.forName("GBK"));
    ImportReport report = history.take(ImportKind.INTERVALS, gbk, LINE, "", true, "test");
    assertThat(report.refusals()).isEmpty();
    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(report.added()).isEqualTo(1);
    assertThat(history.take(ImportKind.COUNTS, gbk, LINE, "", true, "test").refusals())
        .extracting(Refusal::code)
        .containsExactly("IMPORT-COLUMN");
    assertThat(history.take(ImportKind.COUNTS, gbk, LINE, "total:原因", true, "test").refusals())
        .extracting(Refusal::code)
        .containsExactly("CSV-NUMBER");
  }

  @Test
  @Order(3)
  void theDayTableAloneGivesItsAvailabilityAndUnits() throws IOException {
    assumeData();
    ImportReport report = take(ImportKind.DAYS, "bottling_daily.csv", true);
    assertThat(report.stored()).isFalse();
    assertThat(report.notes())
        .extracting(Refusal::message)
        .hasSize(3)
        .anyMatch(each -> each.startsWith("2022-09-28"))
        .anyMatch(each -> each.startsWith("2022-10-10"))
        .anyMatch(each -> each.startsWith("2022-10-24"));
    assertThat(take(ImportKind.DAYS, "bottling_daily.csv", false).added()).isEqualTo(25);

    Totals totals = totals();
    Elements elements = Elements.of(totals, Unobserved.LEFT_OUT);
    assertThat(elements.get(Element.PBT).orElseThrow() / 3600).isCloseTo(91.760, within(5e-4));
    assertThat(elements.get(Element.APT).orElseThrow() / 3600).isCloseTo(39.750, within(5e-4));
    assertThat(availability()).isCloseTo(0.4332, within(5e-5));
    assertThat(totals.items().total()).isEqualTo(25_137);
    assertThat(take(ImportKind.DAYS, "bottling_daily.csv", false).added()).isZero();
  }

  @Test
  @Order(4)
  void theTablesAreComparedAndDaysThatDisagreeAreNamed() throws IOException {
    assumeData();
    assertThat(take(ImportKind.INTERVALS, "bottling_downtime.csv", false).added()).isEqualTo(783);
    assertThat(take(ImportKind.HOURS, "bottling_hourly.csv", false).added()).isEqualTo(96);
    ReconciliationView view = history.reconciliation(LINE);
    assertThat(day(view, "2022-09-20").notes()).contains("HOUR_TWICE");
    assertThat(view.availabilityByDay()).isCloseTo(0.4332, within(5e-5));
    assertThat(view.units()).isEqualTo(25_137);
    assertThat(view.twice())
        .containsExactly(
            LocalDate.of(2022, 9, 28), LocalDate.of(2022, 10, 10), LocalDate.of(2022, 10, 24));
    assertThat(view.disagreeing()).isGreaterThan(view.days().size() / 2);
    assertThat(day(view, "2022-01-13").notes()).contains("NO_DAY_ROW");
    assertThat(day(view, "2022-10-28").notes()).contains("NO_EVENTS");
    assertThat(day(view, "2022-10-20").notes()).contains("SUM_DIFFERS");
    assertThat(day(view, "2022-07-26").differenceSeconds() / 3600)
        .isCloseTo(6.859 - 2.679, within(1e-3));
    assertThat(day(view, "2022-10-26").agrees()).isTrue();
    assertThat(view.days().stream().mapToInt(ReconciledDay::events).sum()).isEqualTo(783);
    // What was not decided is not changed.
    assertThat(availability()).isCloseTo(0.4332, within(5e-5));
  }

  @Test
  @Order(5)
  void aPersonDecidesWhichTableCountsAndCanDecideAgain() throws IOException {
    assumeData();
    LocalDate date = LocalDate.of(2022, 8, 4);
    ReconciliationView view = history.decide(LINE, Set.of(date), DaySource.EVENTS, "wang");
    assertThat(day(view, "2022-08-04").decidedBy()).isEqualTo("wang");
    // The event table knows 0.954 of the 3.154 hours stopped.
    assertThat(availability()).isGreaterThan(0.4332 + 2.0 / 91.76);
    history.decide(LINE, Set.of(), DaySource.EVENTS, "wang");
    assertThat(availability()).isGreaterThan(0.6);
    history.decide(LINE, Set.of(), DaySource.DAY, "wang");
    assertThat(availability()).isCloseTo(0.4332, within(5e-5));
  }

  private static void assumeData() {
    assumeThat(DATA).as("the data beside the project").isDirectory();
  }

  private ImportReport take(ImportKind kind, String file, boolean dryRun) throws IOException {
    ImportReport report =
        history.take(kind, Files.readAllBytes(DATA.resolve(file)), LINE, "", dryRun, "test");
    assertThat(report.refusals()).isEmpty();
    return report;
  }

  private Totals totals() {
    return performance.totals(
        equipment.catalog().node(LINE).orElseThrow(), YEAR, Figures.Filter.NONE);
  }

  private double availability() {
    return performance
        .kpis(
            equipment.catalog().node(LINE).orElseThrow(), YEAR, Figures.Filter.NONE, "AVAILABILITY")
        .getFirst()
        .value();
  }

  private static ReconciledDay day(ReconciliationView view, String date) {
    return List.copyOf(view.days()).stream()
        .filter(day -> day.date().toString().equals(date))
        .findFirst()
        .orElseThrow();
  }
}
