// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** What a line of the trace tells. */
public enum TraceKind {
  /** An item enters an element. */
  ENTER,
  /** An item is finished in a sink. */
  FINISH,
  /** An item is lost: scrapped, refused by a full line, or used up in an assembly. */
  DISCARD,
  /** A station stops; the item is the number of its reason to stop. */
  STOP,
  /** A station is ready again; the item is the number of its reason to stop. */
  RETURN
}
