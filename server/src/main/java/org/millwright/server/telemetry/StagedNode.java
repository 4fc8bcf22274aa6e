// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/** One key of the stage: an edge node with its session, or a plain MQTT topic. */
sealed interface StagedNode permits SparkplugNode, PlainNode {

  /** Takes a message of this node. */
  void take(Queued queued);

  /** The way to the node is lost since {@code at}. */
  void lost(long at, long position);

  /**
   * The journal has been read: what the node was is known, and nobody has heard it since {@code
   * at}, the last sign of life before the restart.
   */
  void replayed(long at, long position, long now);

  /**
   * The journal has been read after the pipeline's job failed, while the senders stayed connected:
   * sessions go on, and births are asked for so that work units know every value again.
   */
  void resumed(long now);

  /** Time passes. */
  void tick(long now);

  /** The equipment may have changed. */
  void follow(Following following, long now);

  /**
   * Until when messages taken may still wait inside for an earlier one, epoch milliseconds; 0 when
   * none does.
   */
  long holdsUntil();

  /** The platform stops. */
  void close(long now);
}
