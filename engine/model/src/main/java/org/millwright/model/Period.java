// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A half-open stretch of time: {@code start} belongs to it, {@code end} does not. Never empty.
 *
 * <p>Half-open periods tile: the end of one is the start of the next, so no instant is counted
 * twice and none is lost.
 *
 * @param start first instant inside
 * @param end first instant after it, later than {@code start}
 */
public record Period(Instant start, Instant end) implements Comparable<Period> {

  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a period ends after it starts: " + start + " to " + end);
    }
  }

  /** The period between two instants given as milliseconds since 1970-01-01T00:00Z. */
  public static Period ofMillis(long start, long end) {
    return new Period(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
  }

  /** The period between two instants, or nothing when the second is not later than the first. */
  public static Optional<Period> between(Instant start, Instant end) {
    return start.isBefore(end) ? Optional.of(new Period(start, end)) : Optional.empty();
  }

  /**
   * Elapsed time, which on a day of a clock change differs from what the clock on the wall shows.
   */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** Elapsed time in milliseconds. */
  public long millis() {
    return end.toEpochMilli() - start.toEpochMilli();
  }

  /** Whether the instant lies inside. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the whole of the other period lies inside. */
  public boolean contains(Period other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** Whether the two share at least one instant; periods that only touch do not. */
  public boolean overlaps(Period other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** What the two share. */
  public Optional<Period> intersect(Period other) {
    return between(
        start.isAfter(other.start) ? start : other.start,
        end.isBefore(other.end) ? end : other.end);
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}
