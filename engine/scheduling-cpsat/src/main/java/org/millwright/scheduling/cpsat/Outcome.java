// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.cpsat;

/** What CP-SAT came to. */
public sealed interface Outcome {

  /**
   * It has a solution.
   *
   * @param value of the objective
   * @param bound what the objective cannot fall below
   * @param optimal whether it proved that there is none better
   */
  record Found(double value, double bound, boolean optimal) implements Outcome {}

  /**
   * It has none.
   *
   * @param reason why, in a few words
   */
  record None(String reason) implements Outcome {}
}
