// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** A vessel: a level that changes at an even pace between events. */
final class TankState {

  private static final double SNAP = 1e-9;

  final String id;
  final double capacity;
  double level;
  double pace;
  private long since;
  private long from;
  private double area;
  private long ticksEmpty;
  private long ticksFull;

  TankState(String id, double capacity, double initial) {
    this.id = id;
    this.capacity = capacity;
    this.level = initial;
  }

  boolean isEmpty() {
    return level <= 0;
  }

  boolean isFull() {
    return level >= capacity;
  }

  /** Brings the level up to date; the pace is in volume per tick. */
  void advance(long now) {
    long ticks = now - since;
    since = now;
    double before = level;
    ticksEmpty += isEmpty() && pace <= 0 ? ticks : 0;
    ticksFull += isFull() && pace >= 0 ? ticks : 0;
    level = snap(level + pace * ticks);
    area += (before + level) / 2 * ticks;
  }

  /** Adds a volume at once, or takes it if negative. */
  void add(double volume) {
    level = snap(level + volume);
  }

  private double snap(double value) {
    double slack = SNAP * capacity;
    return value < slack ? 0 : value > capacity - slack ? capacity : value;
  }

  /** Ticks until the tank is full or empty at its pace, rounded up; never if it rests. */
  double ticksToBound() {
    if (pace > 0 && !isFull()) {
      return Math.ceil((capacity - level) / pace);
    }
    if (pace < 0 && !isEmpty()) {
      return Math.ceil(level / -pace);
    }
    return Double.POSITIVE_INFINITY;
  }

  double meanLevel() {
    return since == from ? level : area / (since - from);
  }

  double shareEmpty() {
    return since == from ? 0 : (double) ticksEmpty / (since - from);
  }

  double shareFull() {
    return since == from ? 0 : (double) ticksFull / (since - from);
  }

  void restartStatistics(long now) {
    advance(now);
    from = now;
    area = 0;
    ticksEmpty = 0;
    ticksFull = 0;
  }

  void exchange(Archive archive) {
    level = archive.exchange(level);
    pace = archive.exchange(pace);
    since = archive.exchange(since);
    from = archive.exchange(from);
    area = archive.exchange(area);
    ticksEmpty = archive.exchange(ticksEmpty);
    ticksFull = archive.exchange(ticksFull);
  }
}
