// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/** The six big losses (Nakajima, Introduction to TPM, 1988). */
public enum SixBigLoss {
  /** Equipment failure; a stop without a reason so far is booked here. */
  BREAKDOWN,
  /** Setup and adjustment. */
  SETUP,
  /**
   * Idling and minor stops. Waiting for material or for room is idling by Nakajima; in the time
   * model of ISO 22400 longer waiting is delay and lowers availability, minor stops lower
   * effectiveness.
   */
  MINOR_STOP,
  /** Running slower than the planned run time per item. */
  REDUCED_SPEED,
  /** Rejects while starting up after a setup. */
  STARTUP_REJECT,
  /** Rejects in steady production, items to be worked again included. */
  PRODUCTION_REJECT
}
