// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Arrays;

/**
 * Sums over work units and time that can be added: totals of two shifts are the totals of both, and
 * those of two machines the totals of both. All whole numbers, so nothing is lost by adding in
 * another order.
 */
public final class Totals {

  /** Nothing yet. */
  public static final Totals ZERO = new Totals(new long[TimeUse.values().length], Items.ZERO, 0, 0);

  private final long[] millis;
  private final Items items;
  private final long failures;
  private final long repairMillis;

  /**
   * @param millis by ordinal of the use of time
   * @param items what was made
   * @param failures breakdowns that began (FE)
   * @param repairMillis all time in breakdown, whether or not production was planned (TTR)
   */
  Totals(long[] millis, Items items, long failures, long repairMillis) {
    this.millis = millis.clone();
    this.items = items;
    this.failures = failures;
    this.repairMillis = repairMillis;
  }

  /**
   * What was made, as items and as the time it should have taken.
   *
   * @param total PQ
   * @param good GQ
   * @param scrap SQ, start-up rejects included
   * @param rework RQ
   * @param startUpScrap scrap made in start-up
   * @param goodMicros planned run time of the good items, microseconds
   * @param scrapMicros of the scrap not made in start-up
   * @param startUpScrapMicros of the scrap made in start-up
   * @param reworkMicros of the items to be worked again
   * @param withoutCycle items of {@code total} whose planned run time nobody has given; their time
   *     is missing above
   */
  public record Items(
      long total,
      long good,
      long scrap,
      long rework,
      long startUpScrap,
      long goodMicros,
      long scrapMicros,
      long startUpScrapMicros,
      long reworkMicros,
      long withoutCycle) {

    static final Items ZERO = new Items(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Planned run time of all items (PRI × PQ), microseconds. */
    public long totalMicros() {
      return goodMicros + scrapMicros + startUpScrapMicros + reworkMicros;
    }

    private Items earning(double part) {
      return new Items(
          total,
          good,
          scrap,
          rework,
          startUpScrap,
          Math.round(goodMicros * part),
          Math.round(scrapMicros * part),
          Math.round(startUpScrapMicros * part),
          Math.round(reworkMicros * part),
          withoutCycle);
    }

    Items plus(Items other) {
      return new Items(
          total + other.total,
          good + other.good,
          scrap + other.scrap,
          rework + other.rework,
          startUpScrap + other.startUpScrap,
          Math.addExact(goodMicros, other.goodMicros),
          scrapMicros + other.scrapMicros,
          startUpScrapMicros + other.startUpScrapMicros,
          reworkMicros + other.reworkMicros,
          withoutCycle + other.withoutCycle);
    }
  }

  /** The sum of both. */
  public Totals plus(Totals other) {
    long[] sum = millis.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.millis[i];
    }
    return new Totals(
        sum, items.plus(other.items), failures + other.failures, repairMillis + other.repairMillis);
  }

  /**
   * These totals of one work unit without the planned run time that was earned before anybody
   * looked, as far as it would lift the performance rate over 100 %; counts and times stay. Items
   * that are good, scrap or rework lose the same part, so quality stays too. Totals of several work
   * units are the sum of their limited totals.
   *
   * @param micros {@link Assessment#begunUnseenMicros()}
   */
  public Totals lessBegunUnseen(long micros) {
    long planned = items.totalMicros();
    long production = (millis(TimeUse.RUNNING) + millis(TimeUse.MINOR_STOP)) * 1000;
    long credited = Math.max(planned - micros, Math.min(planned, production));
    if (micros <= 0 || planned <= 0 || credited >= planned) {
      return this;
    }
    return new Totals(millis, items.earning((double) credited / planned), failures, repairMillis);
  }

  /** Time booked on a use, milliseconds. */
  @SuppressWarnings("EnumOrdinal") // an array by use of time, never stored
  public long millis(TimeUse use) {
    return millis[use.ordinal()];
  }

  /** All time: the calendar time of the window, times the number of work units. */
  public long calendarMillis() {
    return Arrays.stream(millis).sum();
  }

  /** What was made. */
  public Items items() {
    return items;
  }

  /** Breakdowns that began (FE). */
  public long failures() {
    return failures;
  }

  /** Time in breakdown whether or not production was planned (TTR), milliseconds. */
  public long repairMillis() {
    return repairMillis;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Totals totals
        && Arrays.equals(millis, totals.millis)
        && items.equals(totals.items)
        && failures == totals.failures
        && repairMillis == totals.repairMillis;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(millis) * 31 + items.hashCode();
  }

  @Override
  public String toString() {
    return Arrays.toString(millis) + " " + items + " FE=" + failures + " TTR=" + repairMillis;
  }
}
