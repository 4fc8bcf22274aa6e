// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/** A part of the line that items pass. */
public sealed interface ItemElement extends Element
    permits Source, Buffer, Conveyor, Station, Batch, Unbatch, Branch, Sink {

  /** Where its items go. */
  Routing to();
}
