// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

/** Takes the events addressed to one element. */
@FunctionalInterface
public interface EventHandler {

  /**
   * Reacts to an event that is due now.
   *
   * @param kind what happened, in the handler's own numbering
   * @param argument what it happened to, in the handler's own numbering
   */
  void fire(int kind, int argument);
}
