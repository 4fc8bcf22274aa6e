// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Condition;

/** How long the places of a station were in each condition. Shares sum to one by construction. */
public final class ConditionRecord {

  private static final int COUNT = Condition.values().length;

  private int[] places = new int[COUNT];
  private long[] since = new long[COUNT];
  private double[] area = new double[COUNT];
  private final int total;
  private long from;

  /** A record of a number of places that start in one condition at time 0. */
  public ConditionRecord(int total, Condition initial) {
    this.total = total;
    places[initial.index()] = total;
  }

  /** One place passes from one condition to another. */
  public void change(long now, Condition old, Condition next) {
    add(now, old.index(), -1);
    add(now, next.index(), 1);
  }

  private void add(long now, int condition, int by) {
    area[condition] += (double) places[condition] * (now - since[condition]);
    since[condition] = now;
    places[condition] += by;
  }

  /** Forgets what was observed so far. */
  public void restart(long now) {
    from = now;
    for (int i = 0; i < COUNT; i++) {
      area[i] = 0;
      since[i] = now;
    }
  }

  /** The share of time in a condition since the last restart, averaged over the places. */
  public double share(Condition condition, long now) {
    int i = condition.index();
    double ticks = area[i] + (double) places[i] * (now - since[i]);
    double span = (double) (now - from) * total;
    return span == 0 ? (double) places[i] / total : ticks / span;
  }

  /** Ticks in a condition since the last restart, summed over the places. */
  public double ticks(Condition condition, long now) {
    int i = condition.index();
    return area[i] + (double) places[i] * (now - since[i]);
  }

  /** Writes the record to an archive or takes it from there. */
  public void exchange(Archive archive) {
    places = archive.exchange(places);
    since = archive.exchange(since);
    area = archive.exchange(area);
    from = archive.exchange(from);
  }
}
