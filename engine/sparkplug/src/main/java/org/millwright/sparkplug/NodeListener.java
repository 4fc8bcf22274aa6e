// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.millwright.model.Refusal;

/**
 * Hears what a session made of the messages, in their order. A device is empty where the edge node
 * itself is meant. Views are valid during the call only.
 */
public interface NodeListener {

  /**
   * A birth begins: {@link #declared} and {@link #sample} for each of its metrics follow.
   *
   * @param metrics how many metrics the birth has
   * @param rebirth whether node or device was online already in this session
   */
  void born(String device, int metrics, boolean rebirth);

  /**
   * A metric was declared, for the first time or again.
   *
   * @param slot its index in {@link MetricTable}: small, the same for the life of the session
   *     object, also after rebirths
   */
  void declared(int slot, MetricView metric);

  /**
   * A value, of a birth or of data.
   *
   * @param time when it was acquired, milliseconds since the epoch, corrected when the node's clock
   *     is beyond tolerance
   * @param historical a stored value sent late: not the live value
   */
  void sample(int slot, long time, boolean historical, MetricView metric);

  /**
   * Offline from now on, its values STALE. For a node, each of its devices that was online is told
   * after it.
   */
  void died(String device);

  /** Messages are missing: {@code expected} did not come in time, {@code got} did. */
  void gap(int expected, int got);

  /** Send NCMD {@code Node Control/Rebirth} = true; the reason is a stable code. */
  void rebirthWanted(String reason);

  /** The node's clock is this much ahead of the host's (behind: negative); 0: right again. */
  void clockWrong(long offsetMillis);

  /** A message, or a metric of it, was refused; the session goes on. */
  void refused(String device, Refusal refusal);
}
