// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/** The process behind a machine's values: its state moves in steps and is measured when asked. */
public interface ProcessModel {

  /** Lets time pass. */
  void step(MachineView machine, double seconds);

  /**
   * The share of units rejected now.
   *
   * @param steady the share in steady running
   */
  default double rejectShare(double steady) {
    return steady;
  }

  /**
   * Judges units just finished.
   *
   * @param machine which finished them
   * @param units how many, at least 1
   * @param steady the machine's share of rejects, start-up losses included
   * @param draws the machine's own chance
   * @return how many of them are rejected
   */
  default long judge(MachineView machine, long units, double steady, Draws draws) {
    return draws.binomial(units, rejectShare(steady));
  }

  /** What this process hands to the next machine's: a temperature, a deviation. */
  double handover();

  /** Measures: writes every value the machine's metric list names, with measurement noise. */
  void measure(MachineView machine, ProcessValues values);
}
