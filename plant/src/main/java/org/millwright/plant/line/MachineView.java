// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.millwright.plant.archetype.ProductSpec;

/** What a process model may see of its machine. */
public interface MachineView {

  /** Whether the machine produces now. */
  boolean running();

  /** Actual speed over the machine's ideal rate, 0 when standing. */
  double speedShare();

  /** Actual speed, units per minute. */
  double speed();

  /** What is being made. */
  ProductSpec product();

  /** Good and rejected units since the beginning. */
  long total();

  /** Units finished in the step just done. */
  long unitsThisStep();

  /** Share of the tool's life used up, 0 to 1. */
  double wear();

  /** Which tool of the magazine is in, 1 to 12. */
  int toolNumber();

  /** Share of the present unit that is done, 0 to 1. */
  double progress();

  /** Simulated clock, milliseconds since 1970 UTC. */
  long clockMillis();
}
