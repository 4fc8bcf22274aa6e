// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/** Where calendar time goes: each millisecond is booked on exactly one of these. */
public enum TimeUse {
  /** No shift runs, and nothing was made. */
  NOT_SCHEDULED,
  /** A shift runs, but a break, a planned stop or a state of planned stop holds. */
  PLANNED_DOWNTIME,
  /** Production was planned and nobody saw what happened. */
  NOT_OBSERVED,
  BREAKDOWN,
  /** Standing for longer than a minor stop without a reason so far. */
  UNCLASSIFIED,
  SETUP,
  STARVED,
  BLOCKED,
  IDLE,
  MINOR_STOP,
  RUNNING;

  /** The use of time in which production is planned. */
  static TimeUse planned(WorkUnitState state) {
    return switch (state) {
      case RUNNING -> RUNNING;
      case SETUP -> SETUP;
      case STARVED -> STARVED;
      case BLOCKED -> BLOCKED;
      case MINOR_STOP -> MINOR_STOP;
      case BREAKDOWN -> BREAKDOWN;
      case PLANNED_STOP -> PLANNED_DOWNTIME;
      case IDLE -> IDLE;
      case NOT_OBSERVED -> NOT_OBSERVED;
      case UNCLASSIFIED -> UNCLASSIFIED;
    };
  }

  /**
   * The use of time in which production is not planned. Work done then is booked as if it had been
   * planned: it made product, so leaving it out would give more good product than time to make it.
   *
   * @param inShift whether a shift runs
   */
  static TimeUse unplanned(WorkUnitState state, boolean inShift) {
    return switch (state) {
      case RUNNING -> RUNNING;
      case MINOR_STOP -> MINOR_STOP;
      case SETUP -> SETUP;
      default -> inShift ? PLANNED_DOWNTIME : NOT_SCHEDULED;
    };
  }
}
