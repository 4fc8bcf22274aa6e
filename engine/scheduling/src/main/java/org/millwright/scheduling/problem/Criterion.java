// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

import java.util.Locale;

/** Something to keep small. */
public enum Criterion {
  /** Sum over the jobs of weight times ticks after the due time. */
  TARDINESS,
  /** The tick at which the last operation ends. */
  MAKESPAN,
  /** Sum of the setup ticks between consecutive operations of a machine, the first one included. */
  CHANGEOVER,
  /** Money for electricity: power times price over the working ticks of every operation. */
  ENERGY,
  /** Sum over the jobs of the ticks from first start to last end: work in progress. */
  WIP,
  /**
   * Against an earlier plan: sum over its operations of the ticks the start moved by, plus the
   * duration if the machine changed.
   */
  INSTABILITY;

  /** The name used in files and options. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
