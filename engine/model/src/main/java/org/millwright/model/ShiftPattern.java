// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A cycle of days that repeats for ever: on each of its days the same shifts run with the same
 * crews.
 *
 * @param code stable name, such as {@code THREE_CREWS_TWO_SHIFTS}
 * @param name what people call it, such as 三班两运转
 * @param anchor the business date that is day 0 of a cycle; dates before it count backwards
 * @param cycle the days in order, at least one; a day off is an empty list
 */
public record ShiftPattern(
    String code, String name, LocalDate anchor, List<List<ShiftSlot>> cycle) {

  public ShiftPattern {
    if (cycle.isEmpty()) {
      throw new IllegalArgumentException("a pattern has at least one day");
    }
    cycle = cycle.stream().map(List::copyOf).toList();
  }

  /** Day of the cycle a business date falls on, 0 to the length of the cycle less one. */
  public int cycleDay(LocalDate businessDate) {
    return Math.floorMod(ChronoUnit.DAYS.between(anchor, businessDate), cycle.size());
  }

  /** The shifts of a business date in the order of the cycle. */
  public List<ShiftSlot> slotsOn(LocalDate businessDate) {
    return cycle.get(cycleDay(businessDate));
  }

  /** Names of all crews in the order in which they first work. */
  public List<String> crews() {
    return cycle.stream()
        .flatMap(List::stream)
        .map(ShiftSlot::crew)
        .filter(crew -> !crew.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * What is wrong with the pattern as people entered it: two shifts at the same time, a crew in two
   * shifts at once is a case of it, or a break outside its shift. Empty when it can be used.
   */
  public List<Refusal> faults() {
    List<Refusal> faults = new ArrayList<>();
    List<Placed> placed = placed();
    for (int i = 1; i < placed.size(); i++) {
      Placed before = placed.get(i - 1);
      Placed after = placed.get(i);
      if (after.startMinute < before.endMinute) {
        faults.add(
            new Refusal(
                "SHIFT-OVERLAP",
                "/cycle/" + after.day,
                "shift %s of day %d starts before shift %s of day %d has ended"
                    .formatted(
                        after.slot.shift(), after.day + 1, before.slot.shift(), before.day + 1),
                "one of the two times belongs to the next day."));
      }
    }
    for (Placed one : placed) {
      breakFaults(one, faults);
    }
    return List.copyOf(faults);
  }

  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    // Two rounds, so that the end of the cycle is checked against its beginning.
    for (int day = 0; day < 2 * cycle.size(); day++) {
      for (ShiftSlot slot : cycle.get(day % cycle.size())) {
        int start = (day + slot.startDayOffset()) * 1440 + slot.start().toSecondOfDay() / 60;
        placed.add(new Placed(day % cycle.size(), slot, start, start + minutes(slot)));
      }
    }
    placed.sort((a, b) -> Integer.compare(a.startMinute, b.startMinute));
    return placed;
  }

  private static int minutes(ShiftSlot slot) {
    int minutes = (slot.end().toSecondOfDay() - slot.start().toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 1440;
  }

  private static void breakFaults(Placed placed, List<Refusal> faults) {
    int length = minutes(placed.slot);
    for (ShiftSlot.PlannedBreak pause : placed.slot.breaks()) {
      int from =
          Math.floorMod(
              (pause.start().toSecondOfDay() - placed.slot.start().toSecondOfDay()) / 60, 1440);
      int lasts =
          Math.floorMod((pause.end().toSecondOfDay() - pause.start().toSecondOfDay()) / 60, 1440);
      if (lasts == 0 || from + lasts > length) {
        Refusal fault =
            Refusal.of(
                "SHIFT-BREAK",
                "/cycle/" + placed.day,
                "break %s from %s to %s is not inside shift %s"
                    .formatted(pause.name(), pause.start(), pause.end(), placed.slot.shift()));
        if (!faults.contains(fault)) {
          faults.add(fault);
        }
      }
    }
  }

  private record Placed(int day, ShiftSlot slot, int startMinute, int endMinute) {}
}
