// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.model.Interruption.JobRule;

/** Something that breakdowns, maintenance and shifts can stop. */
interface Stoppable {

  /** The index its events are addressed to. */
  int handler();

  String name();

  /** Whether work is under way. */
  boolean isBusy();

  /** Interrupts all work. */
  void freeze(JobRule rule);

  /** Goes on after the last stop has ended. */
  void thaw();

  /** Shows the condition of the stop that counts now. */
  void showStop();

  /** Lets items come again after a stop that was due did not happen. */
  void reopen();
}
