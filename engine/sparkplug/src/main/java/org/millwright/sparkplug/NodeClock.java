// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * Judges an edge node's clock by the sending times of its messages against their arrival.
 *
 * <p>Beyond the tolerance the offset is taken off every time in the message: what a machine
 * measured now is stored now, not a year away, and the spacing inside the message stays.
 */
final class NodeClock {

  private final long tolerance;
  private long offset;

  NodeClock(long tolerance) {
    this.tolerance = tolerance;
  }

  /** The offset in use, 0 while the clock is within tolerance. */
  long offset() {
    return offset;
  }

  /**
   * Takes note of a sending time.
   *
   * @return whether the clock went wrong, jumped by more than the tolerance, or came right
   */
  boolean observe(long sent, long arrival) {
    long difference = sent - arrival;
    // An overflow means a nonsense time; it is as wrong as can be.
    if (((sent ^ arrival) & (sent ^ difference)) < 0) {
      difference = sent < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    long next = difference > tolerance || difference < -tolerance ? difference : 0;
    boolean changed =
        (next == 0) != (offset == 0) || (next != 0 && Math.abs(next - offset) > tolerance);
    offset = next;
    return changed;
  }

  /** A time of this message by the host's clock; never later than arrival plus tolerance. */
  long correct(long time, long arrival) {
    long corrected = time - offset;
    return corrected > arrival + tolerance || (corrected < 0 && time >= 0) ? arrival : corrected;
  }
}
