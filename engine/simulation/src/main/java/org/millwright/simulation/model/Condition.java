// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** The finer cause of a state, as far as the simulation can tell it. */
public enum Condition {
  RUNNING(LineState.RUNNING),
  SETUP(LineState.SETUP),
  STARVED(LineState.STARVED),
  BLOCKED(LineState.BLOCKED),
  WAITING_OPERATOR(LineState.IDLE),
  MINOR_STOP(LineState.MINOR_STOP),
  REPAIR(LineState.BREAKDOWN),
  WAITING_CREW(LineState.BREAKDOWN),
  MAINTENANCE(LineState.PLANNED_STOP),
  OFF_SHIFT(LineState.PLANNED_STOP);

  private final LineState state;

  Condition(LineState state) {
    this.state = state;
  }

  /** A number from 0 without gaps, for tables by condition. */
  @SuppressWarnings("EnumOrdinal")
  public int index() {
    return ordinal();
  }

  /** The shared state this cause belongs to. */
  public LineState state() {
    return state;
  }
}
