// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From calendar time to good production: what is lost on the way, in time that adds up exactly.
 *
 * <p>Losses of speed and quality are time-equivalents: rejects cost the time they should have taken
 * to make, reduced speed is what remains of the running time. Running faster than planned makes
 * reduced speed negative, which says that the planned run time per item is wrong.
 */
public final class Waterfall {

  /** The steps from the top down; the first is the sum of all others. */
  public enum Step {
    CALENDAR_TIME,
    UNSCHEDULED,
    NOT_OBSERVED,
    PLANNED_STOP,
    BREAKDOWN,
    SETUP,
    WAITING,
    MINOR_STOP,
    REDUCED_SPEED,
    STARTUP_REJECT,
    PRODUCTION_REJECT,
    GOOD_PRODUCTION
  }

  private final Map<Step, Long> micros = new EnumMap<>(Step.class);

  private Waterfall(Totals totals) {
    Totals.Items items = totals.items();
    put(Step.CALENDAR_TIME, totals.calendarMillis() * 1000);
    time(Step.UNSCHEDULED, totals, TimeUse.NOT_SCHEDULED);
    time(Step.NOT_OBSERVED, totals, TimeUse.NOT_OBSERVED);
    time(Step.PLANNED_STOP, totals, TimeUse.PLANNED_DOWNTIME);
    time(Step.BREAKDOWN, totals, TimeUse.BREAKDOWN, TimeUse.UNCLASSIFIED);
    time(Step.SETUP, totals, TimeUse.SETUP);
    time(Step.WAITING, totals, TimeUse.STARVED, TimeUse.BLOCKED, TimeUse.IDLE);
    time(Step.MINOR_STOP, totals, TimeUse.MINOR_STOP);
    put(Step.REDUCED_SPEED, totals.millis(TimeUse.RUNNING) * 1000 - items.totalMicros());
    put(Step.STARTUP_REJECT, items.startUpScrapMicros());
    put(Step.PRODUCTION_REJECT, items.scrapMicros() + items.reworkMicros());
    put(Step.GOOD_PRODUCTION, items.goodMicros());
  }

  /** The waterfall of some totals. */
  public static Waterfall of(Totals totals) {
    return new Waterfall(totals);
  }

  private void time(Step step, Totals totals, TimeUse... uses) {
    put(step, Arrays.stream(uses).mapToLong(totals::millis).sum() * 1000);
  }

  private void put(Step step, long value) {
    micros.put(step, value);
  }

  /** Length of a step, microseconds. */
  public long micros(Step step) {
    return micros.getOrDefault(step, 0L);
  }

  /** Length of a step, seconds. */
  public double seconds(Step step) {
    return micros(step) / 1e6;
  }

  /** The time one of the six big losses cost, seconds. */
  public double seconds(SixBigLoss loss) {
    return switch (loss) {
      case BREAKDOWN -> seconds(Step.BREAKDOWN);
      case SETUP -> seconds(Step.SETUP);
      case MINOR_STOP -> seconds(Step.MINOR_STOP) + seconds(Step.WAITING);
      case REDUCED_SPEED -> seconds(Step.REDUCED_SPEED);
      case STARTUP_REJECT -> seconds(Step.STARTUP_REJECT);
      case PRODUCTION_REJECT -> seconds(Step.PRODUCTION_REJECT);
    };
  }

  /** The losses that cost most time, the greatest first; those that cost none are left out. */
  public List<SixBigLoss> greatest(int atMost) {
    return Arrays.stream(SixBigLoss.values())
        .filter(loss -> seconds(loss) > 0)
        .sorted((a, b) -> Double.compare(seconds(b), seconds(a)))
        .limit(atMost)
        .toList();
  }
}
