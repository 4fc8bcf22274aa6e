// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * What the pipeline knows of every edge node since the platform started. Cheap reads, any thread.
 */
public interface Sessions {

  /** Every edge node that spoke, in no particular order. */
  List<Activity> activities();

  /** The last message of an edge node or of one of its devices ({@code device} empty: the node). */
  Optional<RawMessage> lastMessage(EdgeNodeId node, String device);

  /**
   * Marks every edge node of a source as dead, with its values STALE: the connection to its broker
   * is lost (tck-id-host-topic-phid-offline-stale). Takes its place behind the messages offered
   * before.
   */
  void sourceLost(String source);

  /**
   * Running totals of one edge node.
   *
   * @param online a birth was taken and no death since
   * @param since when it last changed between online and offline, epoch milliseconds
   * @param lastMessageAt arrival of its last message, epoch milliseconds
   * @param messages messages taken
   * @param metrics metric values in them
   * @param births NBIRTHs taken
   * @param gaps sequence gaps whose reorder time ran out
   * @param rebirthsAsked rebirths asked for
   * @param refused messages refused
   * @param clockOffsetMillis the node's clock minus the platform's when beyond the limit, else 0
   */
  record Activity(
      EdgeNodeId node,
      boolean online,
      long since,
      long lastMessageAt,
      long messages,
      long metrics,
      long births,
      long gaps,
      long rebirthsAsked,
      long refused,
      long clockOffsetMillis) {}
}
