// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/**
 * Turns the readings of a machine's counter into increments: counters wrap at their size, are reset
 * to zero at a shift change, and now and then send nonsense. Not thread-safe; allocates nothing.
 */
public final class CounterTracker {

  /** What the last reading was. */
  public enum Verdict {
    /** The first reading: the base of the next, worth nothing itself. */
    FIRST,
    /** Counted on, or stood still. */
    COUNTED,
    /** Passed its greatest value and began again at 0. */
    WRAPPED,
    /** Was set back to 0 and counted on from there. */
    RESET,
    /** More than the machine can make in the time; not counted, and the base of the next. */
    IMPLAUSIBLE,
    /** Older than the last reading or not a count; ignored. */
    IGNORED
  }

  private final long maxValue;
  private final double maxPerSecond;
  private long last;
  private long lastTime = Long.MIN_VALUE;
  private Verdict verdict = Verdict.FIRST;
  private long implausible;

  /**
   * @param maxValue greatest value before the counter wraps to 0, such as 65535; 0 when it does not
   *     wrap
   * @param maxPerSecond the most the machine can count in a second, with a margin; 0 when unknown,
   *     and then nothing is implausible
   */
  public CounterTracker(long maxValue, double maxPerSecond) {
    if (maxValue < 0 || !(maxPerSecond >= 0)) {
      throw new IllegalArgumentException("limits of a counter are not negative");
    }
    this.maxValue = maxValue;
    this.maxPerSecond = maxPerSecond;
  }

  /**
   * Takes a reading.
   *
   * @param timeMillis its source time, milliseconds since 1970
   * @param reading the counter's value, not negative
   * @return items counted since the last reading, not negative
   */
  public long step(long timeMillis, long reading) {
    if (timeMillis < lastTime || reading < 0) {
      return none(Verdict.IGNORED);
    }
    long before = last;
    double limit = limit(timeMillis);
    boolean first = lastTime == Long.MIN_VALUE;
    last = reading;
    lastTime = timeMillis;
    if (first) {
      return none(Verdict.FIRST);
    }
    if (reading >= before) {
      return judge(Verdict.COUNTED, reading - before, limit);
    }
    if (hasWrapped(before, reading, limit)) {
      return judge(Verdict.WRAPPED, maxValue - before + 1 + reading, limit);
    }
    return judge(Verdict.RESET, reading, limit);
  }

  private boolean hasWrapped(long before, long reading, double limit) {
    if (maxValue == 0 || before > maxValue) {
      return false;
    }
    if (maxPerSecond > 0) {
      return maxValue - before + 1 + reading <= limit;
    }
    // Without a rate to judge by: near the end before, near the beginning now.
    return before >= maxValue - maxValue / 4 && reading <= maxValue / 4;
  }

  private double limit(long timeMillis) {
    // One item of slack: readings are whole numbers taken at whatever phase of the cycle.
    return maxPerSecond == 0
        ? Double.POSITIVE_INFINITY
        : 1 + maxPerSecond * ((double) timeMillis - lastTime) / 1000;
  }

  private long judge(Verdict kind, long increment, double limit) {
    if (increment > limit) {
      implausible++;
      return none(Verdict.IMPLAUSIBLE);
    }
    verdict = kind;
    return increment;
  }

  private long none(Verdict kind) {
    verdict = kind;
    return 0;
  }

  /** What the last reading was. */
  public Verdict verdict() {
    return verdict;
  }

  /** How many readings were implausible so far; shown, never hidden. */
  public long implausibleReadings() {
    return implausible;
  }
}
