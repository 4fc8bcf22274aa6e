// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * Order between two operations of a job.
 *
 * <p>With one lot the second operation starts between {@code minLag} and {@code maxLag} ticks after
 * the first has ended. With more, work goes over in equal transfer lots: the second may start
 * {@code minLag} ticks after the first lot is done, and starts its own last lot no earlier than
 * {@code minLag} ticks after the first operation has ended. A lot takes the working ticks of its
 * operation divided by the number of lots, rounded up. The greatest lag always counts from the end
 * of the first operation to the start of the second.
 *
 * @param before index of the first operation in its job
 * @param after index of the second
 * @param minLag at least 0
 * @param maxLag at least {@code minLag}, {@link #UNLIMITED} for none
 * @param lots transfer lots, at least 1
 */
public record Link(int before, int after, int minLag, int maxLag, int lots) {

  /** No greatest lag. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Plain order. */
  public static Link of(int before, int after) {
    return new Link(before, after, 0, UNLIMITED, 1);
  }

  /** Working ticks of one lot of an operation that takes {@code duration}. */
  public static int lot(int duration, int lots) {
    return Math.ceilDiv(duration, lots);
  }
}
