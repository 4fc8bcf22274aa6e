// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/**
 * What a station is doing, in the words every engine of Millwright shares, so that a simulated
 * line's losses are computed by the same code as a real line's.
 */
public enum LineState {
  /** Working on an item. */
  RUNNING,
  /** Being changed over to another product. */
  SETUP,
  /** Ready, but nothing arrives. */
  STARVED,
  /** Done, but the item cannot leave. */
  BLOCKED,
  /** A short stop of the kind operators clear themselves. */
  MINOR_STOP,
  /** Failed: waiting for a repair or under repair. */
  BREAKDOWN,
  /** Stopped by plan: off shift or under maintenance. */
  PLANNED_STOP,
  /** Ready with an item, but nobody to work on it. */
  IDLE,
  /** Outside what was observed; a simulated station never is. */
  NOT_OBSERVED
}
