// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Two shifts of twelve hours a day, 08:00 to 20:00 and back, as the crews of 三班两运转 work them.
 *
 * @param zone where the plant stands
 */
public record Shifts(ZoneId zone) {

  private static final LocalTime DAY = LocalTime.of(8, 0);
  private static final LocalTime NIGHT = LocalTime.of(20, 0);

  /** 1 for the day shift, 2 for the night shift. */
  public int number(Instant at) {
    LocalTime time = at.atZone(zone).toLocalTime();
    return time.isBefore(DAY) || !time.isBefore(NIGHT) ? 2 : 1;
  }

  /** When the shift that runs at that time began. */
  public Instant begin(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (time.isBefore(DAY)) {
      return local.minusDays(1).with(NIGHT).toInstant();
    }
    return local.with(time.isBefore(NIGHT) ? DAY : NIGHT).toInstant();
  }

  /** When the next shift begins. */
  public Instant next(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (time.isBefore(DAY)) {
      return local.with(DAY).toInstant();
    }
    return time.isBefore(NIGHT)
        ? local.with(NIGHT).toInstant()
        : local.plusDays(1).with(DAY).toInstant();
  }
}
