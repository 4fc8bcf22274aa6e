// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/**
 * Gathers the increments of a work unit's counters into count records of at most a set length, cut
 * at multiples of that length and where the product changes. Not thread-safe; allocates nothing per
 * increment.
 *
 * <p>Machines have two of the counters at most: the missing ones follow from {@code total = good +
 * scrap + rework}. A part counted before its verdict arrives is good (or, where good parts are
 * counted, scrap) until the verdict corrects it.
 */
public final class CountAccumulator {

  /** Which counter an increment comes from. */
  public enum Counter {
    TOTAL,
    GOOD,
    SCRAP,
    REWORK
  }

  private final long sliceMillis;
  private final boolean countsTotal;
  private final boolean countsGood;
  private final CountSink sink;

  private String product = "";
  private long start = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;
  private long good;
  private long scrap;
  private long rework;

  /**
   * @param sliceMillis greatest length of a record, such as 60,000
   * @param countsTotal whether the machine counts all items
   * @param countsGood whether the machine counts good items
   * @param sink takes the records
   */
  public CountAccumulator(
      long sliceMillis, boolean countsTotal, boolean countsGood, CountSink sink) {
    if (sliceMillis <= 0) {
      throw new IllegalArgumentException("a slice lasts at least a millisecond");
    }
    this.sliceMillis = sliceMillis;
    this.countsTotal = countsTotal;
    this.countsGood = countsGood;
    this.sink = sink;
  }

  /**
   * Adds an increment.
   *
   * @param timeMillis when it was read, milliseconds since 1970
   */
  public void add(long timeMillis, Counter counter, long increment) {
    if (increment == 0) {
      return;
    }
    roll(timeMillis);
    switch (counter) {
      case TOTAL -> {
        if (countsGood) {
          scrap += increment;
        } else {
          good += increment;
        }
      }
      case GOOD -> {
        good += increment;
        if (countsTotal) {
          scrap -= increment;
        }
      }
      case SCRAP -> {
        scrap += increment;
        takeFromGood(increment);
      }
      case REWORK -> {
        rework += increment;
        takeFromGood(increment);
      }
    }
  }

  // With total and good counted the verdicts are complete: scrap is the rest, rework a part of it.
  private void takeFromGood(long increment) {
    if (countsTotal && countsGood) {
      scrap -= increment;
    } else if (countsTotal) {
      good -= increment;
    }
  }

  /** From now on another product is made. */
  public void product(long timeMillis, String newProduct) {
    if (!newProduct.equals(product)) {
      flush(timeMillis);
      product = newProduct;
    }
  }

  /** Hands on what was gathered up to now, such as before the platform stops. */
  public void flush(long timeMillis) {
    peek(timeMillis, sink);
    good = 0;
    scrap = 0;
    rework = 0;
    start = Long.MIN_VALUE;
  }

  /** Whether the slice under way has ended by now, so that it can be flushed. */
  public boolean isDue(long nowMillis) {
    return start != Long.MIN_VALUE && nowMillis >= endOfSlice();
  }

  /** Shows what was gathered up to now without forgetting it, so that figures are live. */
  public void peek(long timeMillis, CountSink viewer) {
    if (good != 0 || scrap != 0 || rework != 0) {
      long seen = Math.min(Math.max(timeMillis, last), endOfSlice());
      long end = Math.max(seen, start + 1);
      viewer.accept(start, end, product, good + scrap + rework, good, scrap, rework);
    }
  }

  private void roll(long timeMillis) {
    long slice = Math.floorDiv(timeMillis, sliceMillis) * sliceMillis;
    if (start != Long.MIN_VALUE && (timeMillis < start || timeMillis >= endOfSlice())) {
      flush(endOfSlice());
    }
    if (start == Long.MIN_VALUE) {
      // An increment was made in the time before its reading, but at most a slice before.
      start = last == Long.MIN_VALUE || timeMillis < last ? slice : Math.max(slice, last);
    }
    last = timeMillis;
  }

  private long endOfSlice() {
    return Math.floorDiv(start, sliceMillis) * sliceMillis + sliceMillis;
  }
}
