// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  void threeCrewsTwoShiftsGivesEachCrewDayNightOff() {
    ShiftPattern pattern = ShiftPatterns.threeCrewsTwoShifts(MONDAY);
    assertThat(turns(pattern, "甲班", 6)).containsExactly("白班", "夜班", "", "白班", "夜班", "");
    assertThat(turns(pattern, "乙班", 3)).containsExactly("", "白班", "夜班");
    assertThat(turns(pattern, "丙班", 3)).containsExactly("夜班", "", "白班");
  }

  @Test
  void fourCrewsThreeShiftsGivesEachCrewTwoOfEachAndTwoDaysOff() {
    ShiftPattern pattern = ShiftPatterns.fourCrewsThreeShifts(MONDAY);
    assertThat(turns(pattern, "甲班", 8)).containsExactly("早班", "早班", "中班", "中班", "夜班", "夜班", "", "");
    assertThat(pattern.crews()).containsExactlyInAnyOrder("甲班", "乙班", "丙班", "丁班");
    for (String crew : pattern.crews()) {
      assertThat(turns(pattern, crew, 8)).contains("早班", "中班", "夜班", "");
    }
  }

  @Test
  void nightShiftAfterMidnightBelongsToTheDateItStartedOn() {
    WorkCalendar calendar = WorkCalendar.of(SHANGHAI, ShiftPatterns.threeCrewsTwoShifts(MONDAY));
    Instant threeAtNight = MONDAY.plusDays(1).atTime(3, 0).atZone(SHANGHAI).toInstant();
    ShiftOccurrence shift = calendar.shiftAt(threeAtNight).orElseThrow();
    assertThat(shift.businessDate()).isEqualTo(MONDAY);
    assertThat(shift.shift()).isEqualTo("夜班");
    assertThat(shift.crew()).isEqualTo("丙班");
    assertThat(calendar.businessDateAt(threeAtNight)).isEqualTo(MONDAY);
  }

  @Test
  void nightShiftLastsElevenOrThirteenHoursWhenTheClocksChange() {
    WorkCalendar calendar = WorkCalendar.of(BERLIN, ShiftPatterns.twoShifts(MONDAY));
    assertThat(night(calendar, LocalDate.of(2026, 3, 28))).isEqualTo(Duration.ofHours(11));
    assertThat(night(calendar, LocalDate.of(2026, 10, 24))).isEqualTo(Duration.ofHours(13));
    assertThat(night(calendar, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(12));
  }

  @Property(tries = 200)
  void roundTheClockPatternsTileTimeInEveryZone(
      @ForAll @IntRange(min = 0, max = 20000) int hours,
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @IntRange(min = 0, max = 3) int which) {
    ZoneId zone =
        List.of(SHANGHAI, BERLIN, ZoneId.of("America/Sao_Paulo"), ZoneId.of("Australia/Lord_Howe"))
            .get(which);
    Instant start = Instant.parse("2017-01-01T00:30:00Z").plus(Duration.ofHours(hours));
    Period period = new Period(start, start.plus(Duration.ofHours(length)));
    WorkCalendar calendar = WorkCalendar.of(zone, ShiftPatterns.fourCrewsThreeShifts(MONDAY));
    assertThat(calendar.plannedBusy(period)).isEqualTo(PeriodSet.of(period));
    List<ShiftOccurrence> shifts = calendar.shifts(period);
    for (int i = 1; i < shifts.size(); i++) {
      assertThat(shifts.get(i).period().start()).isEqualTo(shifts.get(i - 1).period().end());
    }
    for (ShiftOccurrence shift : shifts) {
      assertThat(calendar.shiftAt(shift.period().start())).contains(shift);
      assertThat(calendar.shiftAt(shift.period().end().minusNanos(1))).contains(shift);
      assertThat(calendar.businessDay(shift.businessDate()).contains(shift.period())).isTrue();
    }
  }

  @Test
  void holidaysBreaksAndPlannedStopsAreNotPlannedBusyTime() {
    LocalDate friday = MONDAY.plusDays(4);
    LocalDate saturday = MONDAY.plusDays(5);
    Period maintenance =
        new Period(
            MONDAY.atTime(11, 30).atZone(SHANGHAI).toInstant(),
            MONDAY.atTime(14, 0).atZone(SHANGHAI).toInstant());
    WorkCalendar calendar =
        new WorkCalendar(
            SHANGHAI,
            Map.of(LocalDate.MIN, Optional.of(ShiftPatterns.dayShift(MONDAY))),
            List.of(Holiday.dayOff(friday, "清明节"), new Holiday(saturday, "调休", OptionalInt.of(4))),
            List.of(),
            List.of(new PlannedStop("m1", maintenance, "PM", "")));
    assertThat(busy(calendar, MONDAY)).isEqualTo(Duration.ofMinutes(8 * 60 - 90));
    assertThat(busy(calendar, MONDAY.plusDays(1))).isEqualTo(Duration.ofHours(8));
    assertThat(busy(calendar, friday)).isZero();
    assertThat(busy(calendar, saturday)).isEqualTo(Duration.ofHours(8));
    assertThat(busy(calendar, saturday.plusDays(1))).isZero();
    assertThat(calendar.plannedStops(calendar.businessDay(MONDAY))).hasSize(1);
  }

  @Test
  void patternInForceChangesFromABusinessDateOn() {
    WorkCalendar calendar =
        new WorkCalendar(
            SHANGHAI,
            Map.of(
                MONDAY,
                Optional.of(ShiftPatterns.dayShift(MONDAY)),
                MONDAY.plusDays(2),
                Optional.of(ShiftPatterns.twoShifts(MONDAY)),
                MONDAY.plusDays(3),
                Optional.empty()),
            List.of(),
            List.of(
                new ShiftOccurrence(
                    MONDAY.plusDays(5),
                    "加班",
                    "",
                    new Period(
                        MONDAY.plusDays(5).atTime(9, 0).atZone(SHANGHAI).toInstant(),
                        MONDAY.plusDays(5).atTime(12, 0).atZone(SHANGHAI).toInstant()))),
            List.of());
    assertThat(busy(calendar, MONDAY.plusDays(5))).isEqualTo(Duration.ofHours(3));
    assertThat(calendar.shiftsOn(MONDAY.minusDays(3))).isEmpty();
    assertThat(calendar.shiftsOn(MONDAY.plusDays(1))).hasSize(1);
    assertThat(calendar.shiftsOn(MONDAY.plusDays(2))).hasSize(2);
    assertThat(calendar.shiftsOn(MONDAY.plusDays(3))).isEmpty();
  }

  @Test
  void saysWhichShiftsOfAPatternOverlapAndWhichBreakLiesOutside() {
    ShiftSlot early = ShiftSlot.of("早班", "甲班", LocalTime.of(8, 0), LocalTime.of(16, 30));
    ShiftSlot late =
        new ShiftSlot(
            "中班",
            "乙班",
            0,
            LocalTime.of(16, 0),
            LocalTime.of(0, 0),
            List.of(new ShiftSlot.PlannedBreak("饭", LocalTime.of(23, 30), LocalTime.of(0, 30))));
    ShiftPattern pattern = new ShiftPattern("X", "X", MONDAY, List.of(List.of(early, late)));
    assertThat(pattern.faults()).extracting(Refusal::code).contains("SHIFT-OVERLAP", "SHIFT-BREAK");
    assertThat(ShiftPatterns.fourCrewsThreeShifts(MONDAY).faults()).isEmpty();
    assertThat(ShiftPatterns.threeCrewsTwoShifts(MONDAY).faults()).isEmpty();
    assertThat(ShiftPatterns.twoShifts(MONDAY).faults()).isEmpty();
    assertThat(ShiftPatterns.dayShift(MONDAY).faults()).isEmpty();
    assertThat(ShiftPatterns.roundTheClock(MONDAY).faults()).isEmpty();
  }

  private static List<String> turns(ShiftPattern pattern, String crew, int days) {
    return MONDAY
        .datesUntil(MONDAY.plusDays(days))
        .map(date ->
            pattern.slotsOn(date).stream()
                .filter(slot -> slot.crew().equals(crew))
                .map(ShiftSlot::shift)
                .findFirst()
                .orElse(""))
        .toList();
  }

  private static Duration night(WorkCalendar calendar, LocalDate date) {
    return calendar.shiftsOn(date).get(1).period().duration();
  }

  private static Duration busy(WorkCalendar calendar, LocalDate date) {
    return calendar
        .plannedBusy(
            new Period(
                date.atStartOfDay(SHANGHAI).toInstant(),
                date.plusDays(1).atStartOfDay(SHANGHAI).toInstant()))
        .duration();
  }
}
