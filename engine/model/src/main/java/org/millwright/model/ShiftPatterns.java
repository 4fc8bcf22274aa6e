// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The shift patterns that most Chinese plants run, as starting points to be edited. */
public final class ShiftPatterns {

  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final LocalTime SIXTEEN = LocalTime.of(16, 0);
  private static final LocalTime TWENTY = LocalTime.of(20, 0);
  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
  private static final String DAY = "白班";
  private static final String NIGHT = "夜班";

  private ShiftPatterns() {}

  /**
   * 三班两运转: three crews share two 12-hour shifts; each crew works day, night, off, so two crews work
   * every day and one rests.
   *
   * @param anchor a date on which crew 甲班 works the day shift
   */
  public static ShiftPattern threeCrewsTwoShifts(LocalDate anchor) {
    String[] crews = {"甲班", "乙班", "丙班"};
    List<List<ShiftSlot>> cycle = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      // On day d crew d has days; the crew that had days yesterday has nights.
      cycle.add(
          List.of(
              ShiftSlot.of(DAY, crews[day], EIGHT, TWENTY),
              ShiftSlot.of(NIGHT, crews[(day + 2) % 3], TWENTY, EIGHT)));
    }
    return new ShiftPattern("THREE_CREWS_TWO_SHIFTS", "三班两运转", anchor, cycle);
  }

  /**
   * 四班三运转: four crews share three 8-hour shifts in a cycle of eight days; each crew works two
   * early, two late and two night shifts, then rests two days.
   *
   * @param anchor a date on which crew 甲班 works its first early shift
   */
  public static ShiftPattern fourCrewsThreeShifts(LocalDate anchor) {
    String[] crews = {"甲班", "乙班", "丙班", "丁班"};
    List<List<ShiftSlot>> cycle = new ArrayList<>();
    for (int day = 0; day < 8; day++) {
      int turn = day / 2;
      cycle.add(
          List.of(
              // The night shift starts at midnight and belongs to the date it starts on.
              ShiftSlot.of(NIGHT, crews[(turn + 2) % 4], MIDNIGHT, EIGHT),
              ShiftSlot.of("早班", crews[turn], EIGHT, SIXTEEN),
              ShiftSlot.of("中班", crews[(turn + 3) % 4], SIXTEEN, MIDNIGHT)));
    }
    return new ShiftPattern("FOUR_CREWS_THREE_SHIFTS", "四班三运转", anchor, cycle);
  }

  /**
   * 两班倒: two crews of 12 hours every day, changing between days and nights each week.
   *
   * @param anchor the first day of a week in which crew 甲班 works days
   */
  public static ShiftPattern twoShifts(LocalDate anchor) {
    List<List<ShiftSlot>> cycle = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      boolean firstWeek = day < 7;
      cycle.add(
          List.of(
              ShiftSlot.of(DAY, firstWeek ? "甲班" : "乙班", EIGHT, TWENTY),
              ShiftSlot.of(NIGHT, firstWeek ? "乙班" : "甲班", TWENTY, EIGHT)));
    }
    return new ShiftPattern("TWO_SHIFTS", "两班倒（12小时）", anchor, cycle);
  }

  /** 常白班: one shift from 8:00 to 17:00 with an hour for lunch, Monday to Friday. */
  public static ShiftPattern dayShift(LocalDate anyDate) {
    ShiftSlot day =
        new ShiftSlot(
            DAY,
            "",
            0,
            EIGHT,
            LocalTime.of(17, 0),
            List.of(new ShiftSlot.PlannedBreak("午休", LocalTime.NOON, LocalTime.of(13, 0))));
    List<List<ShiftSlot>> week = new ArrayList<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      week.add(weekday.getValue() <= 5 ? List.of(day) : List.of());
    }
    LocalDate monday = anyDate.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new ShiftPattern("DAY_SHIFT", "常白班", monday, week);
  }

  /** One 24-hour shift without a crew, for equipment that is watched but not staffed by shift. */
  public static ShiftPattern roundTheClock(LocalDate anchor) {
    return new ShiftPattern(
        "ROUND_THE_CLOCK",
        "全天",
        anchor,
        List.of(List.of(ShiftSlot.of("全天", "", MIDNIGHT, MIDNIGHT))));
  }
}
