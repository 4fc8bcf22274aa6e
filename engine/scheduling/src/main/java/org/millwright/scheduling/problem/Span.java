// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * A half-open stretch of time.
 *
 * @param from first tick inside, at least 0
 * @param to first tick after it, greater than {@code from}
 */
public record Span(int from, int to) implements Comparable<Span> {

  /** Orders by beginning, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(from, other.from);
    return byStart != 0 ? byStart : Integer.compare(to, other.to);
  }

  /** Whether a tick belongs to both. */
  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }
}
