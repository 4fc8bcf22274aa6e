// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/**
 * What a work unit does, as far as its time is booked.
 *
 * <p>At every instant a work unit is in exactly one of these; time nobody saw is {@link
 * #NOT_OBSERVED} and never {@link #RUNNING}.
 */
public enum WorkUnitState {
  /** Producing, at whatever speed: actual production time (APT, ISO 22400-2). */
  RUNNING,
  /** Being set up or changed over: actual unit setup time (AUST). */
  SETUP,
  /** Ready, but nothing arrives from upstream. */
  STARVED,
  /** Ready, but nothing can leave downstream. */
  BLOCKED,
  /** Standing, for less than the plant's threshold; booked as lost speed, not as downtime. */
  MINOR_STOP,
  /** Failed and waiting for repair or under repair: actual down time (ADOT). */
  BREAKDOWN,
  /** Standing because it is meant to: planned downtime. */
  PLANNED_STOP,
  /** Ready and not used: no order, no operator, no decision. */
  IDLE,
  /** Nobody saw it: no connection, or the platform was not running. */
  NOT_OBSERVED,
  /** Standing for longer than a minor stop, and nobody has given the reason yet. */
  UNCLASSIFIED;

  /** Whether a person may give it a reason: it stands, and was seen to stand. */
  public boolean isStop() {
    return this != RUNNING && this != NOT_OBSERVED;
  }

  /** Whether the machine makes product, short hesitations included. */
  public boolean isProducing() {
    return this == RUNNING || this == MINOR_STOP;
  }
}
