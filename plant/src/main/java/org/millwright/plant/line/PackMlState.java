// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/** PackML's states with the numbers of {@code StateCurrent} (ISA TR88.00.02-2015, OPC 30050). */
public enum PackMlState {
  CLEARING(1),
  STOPPED(2),
  STARTING(3),
  IDLE(4),
  SUSPENDED(5),
  EXECUTE(6),
  STOPPING(7),
  ABORTING(8),
  ABORTED(9),
  HOLDING(10),
  HELD(11),
  UNHOLDING(12),
  SUSPENDING(13),
  UNSUSPENDING(14),
  RESETTING(15),
  COMPLETING(16),
  COMPLETE(17);

  private final int code;

  PackMlState(int code) {
    this.code = code;
  }

  /** The number of {@code StateCurrent}, 1 to 17. */
  public int code() {
    return code;
  }

  /**
   * Where the machine goes when this state is done: by "state complete" from an acting state, by
   * the operator's reset, start, clear or unhold from a waiting one.
   */
  PackMlState next() {
    return switch (this) {
      case CLEARING, STOPPING -> STOPPED;
      case STOPPED, COMPLETE -> RESETTING;
      case RESETTING -> IDLE;
      case IDLE -> STARTING;
      case STARTING, UNHOLDING, UNSUSPENDING -> EXECUTE;
      case EXECUTE -> COMPLETING;
      case COMPLETING -> COMPLETE;
      case ABORTING -> ABORTED;
      case ABORTED -> CLEARING;
      case HOLDING -> HELD;
      case HELD -> UNHOLDING;
      case SUSPENDING -> SUSPENDED;
      case SUSPENDED -> UNSUSPENDING;
    };
  }
}
