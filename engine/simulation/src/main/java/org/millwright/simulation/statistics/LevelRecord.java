// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

import org.millwright.simulation.kernel.Archive;

/** How many items are inside something over time, and how long each stays. Times are in ticks. */
public final class LevelRecord {

  private int level;
  private int peak;
  private long since;
  private long from;
  private double area;
  private long entries;
  private long departures;
  private double stay;

  /** An item comes in. */
  public void enter(long now) {
    change(now, 1);
    entries++;
  }

  /** An item goes that came in at a time. */
  public void leave(long now, long enteredAt) {
    change(now, -1);
    departures++;
    stay += now - enteredAt;
  }

  /** A number of items come in or go without being counted as entries or departures. */
  public void change(long now, int by) {
    area += (double) level * (now - since);
    since = now;
    level += by;
    peak = Math.max(peak, level);
  }

  /** Forgets what was observed so far; what is inside stays. */
  public void restart(long now) {
    since = now;
    from = now;
    area = 0;
    peak = level;
    entries = 0;
    departures = 0;
    stay = 0;
  }

  /** Items inside at this moment. */
  public int level() {
    return level;
  }

  /** The most items inside at once. */
  public int peak() {
    return peak;
  }

  /** Items inside times ticks since the last restart. */
  public double area(long now) {
    return area + (double) level * (now - since);
  }

  /** Items inside, on the average over time. */
  public double mean(long now) {
    return now == from ? level : area(now) / (now - from);
  }

  public long entries() {
    return entries;
  }

  public long departures() {
    return departures;
  }

  /** Ticks an item stayed, on the average over those that left; NaN when none did. */
  public double meanStay() {
    return stay / departures;
  }

  /** Writes the record to an archive or takes it from there. */
  public void exchange(Archive archive) {
    level = archive.exchange(level);
    peak = archive.exchange(peak);
    since = archive.exchange(since);
    from = archive.exchange(from);
    area = archive.exchange(area);
    entries = archive.exchange(entries);
    departures = archive.exchange(departures);
    stay = archive.exchange(stay);
  }
}
