// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/** Hears what happens on a line, in the order of each machine's time. */
public interface LineListener {

  /** Hears nothing. */
  LineListener NONE = event -> {};

  /** A machine changed its state. */
  void stateChanged(LineEvent event);
}
