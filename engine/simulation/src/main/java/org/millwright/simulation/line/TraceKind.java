// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** What a line of the trace tells. */
public enum TraceKind {
  /** An item enters an element. */
  ENTER(1),
  /** An item is finished in a sink. */
  FINISH(2),
  /** An item is lost: scrapped, refused by a full line, or used up in an assembly. */
  DISCARD(3),
  /** A station stops; the item is the number of its reason to stop. */
  STOP(4),
  /** A station is ready again; the item is the number of its reason to stop. */
  RETURN(5);

  private final int code;

  TraceKind(int code) {
    this.code = code;
  }

  /** The number that stands for it in a trace hash. */
  int code() {
    return code;
  }
}
