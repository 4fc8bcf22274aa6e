// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** Someone who waits for a pool. */
@FunctionalInterface
interface Claimant {

  /** Has got what a claim asked for. */
  void granted(int argument);
}
