// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * How a host treats its edge nodes. All times in milliseconds.
 *
 * @param reorderTimeout how long a missing message is waited for before a rebirth is asked for
 *     (Sparkplug 3.0, 5.4, tck-id-operational-behavior-host-reordering-param)
 * @param maxHeldBytes the most that messages waiting for a missing one may hold
 * @param firstRetry the pause after the first request for a rebirth; each further one is twice as
 *     long
 * @param lastRetry the longest pause between requests
 * @param deviceGrace how long devices stay online after a rebirth of their node without a DBIRTH
 * @param clockTolerance how far an edge node's clock may be off before its times are corrected
 * @param maxBytes the largest payload taken
 * @param maxMetrics the most metrics an edge node with its devices may declare
 * @param maxDevices the most devices of one edge node
 */
public record SessionSettings(
    long reorderTimeout,
    int maxHeldBytes,
    long firstRetry,
    long lastRetry,
    long deviceGrace,
    long clockTolerance,
    int maxBytes,
    int maxMetrics,
    int maxDevices) {

  /** Fit for a plant: two seconds for a missing message, five minutes for a clock. */
  public static final SessionSettings DEFAULT =
      new SessionSettings(
          2_000,
          8 * 1024 * 1024,
          2_000,
          120_000,
          10_000,
          300_000,
          PayloadReader.DEFAULT_MAX_BYTES,
          200_000,
          10_000);
}
