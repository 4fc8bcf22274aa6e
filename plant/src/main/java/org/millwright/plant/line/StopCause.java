// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/**
 * Why a machine stops.
 *
 * @param reason stop reason code
 * @param kind decides the way through PackML's states
 * @param seconds how long the waiting state lasts
 */
record StopCause(int reason, Kind kind, double seconds) {

  static final int STARVED = 10;
  static final int BLOCKED = 11;
  static final int CHANGEOVER = 40;

  enum Kind {
    /** Aborted until repaired, then cleared, reset and started. */
    BREAKDOWN,
    /** Held until cleared, tool changes included. */
    MINOR,
    /** Completed, then idle while being set up. */
    CHANGEOVER,
    /** Stopped as planned. */
    PLANNED
  }
}
