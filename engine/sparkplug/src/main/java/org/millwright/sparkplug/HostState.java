// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.jspecify.annotations.Nullable;

/**
 * The STATE rules of a host application for one broker (Sparkplug 3.0, 5.12 and 6.3).
 *
 * <p>Use: {@link #connecting} gives the will for CONNECT; after subscribing to its own STATE topic
 * and to all of Sparkplug, publish {@link #birth}; hand every message on the STATE topic to {@link
 * #received}; before DISCONNECT publish {@link #death}. All with QoS 1, retained. The birth carries
 * the same timestamp as the will (tck-id-host-topic-phid-birth-payload-timestamp).
 */
public final class HostState {

  private final Topic.State topic;
  private long timestamp;
  private boolean connected;

  /**
   * The state of a host.
   *
   * @param hostId unique among the hosts of a broker, valid by {@link Topic#isId}
   */
  public HostState(String hostId) {
    topic = new Topic.State(hostId);
  }

  /** Where the state is published. */
  public Topic.State topic() {
    return topic;
  }

  /** A connection is being made: the payload of its will. */
  public StatePayload connecting(long now) {
    timestamp = now;
    connected = true;
    return new StatePayload(false, timestamp);
  }

  /** The payload to publish when subscribed. */
  public StatePayload birth() {
    return new StatePayload(true, timestamp);
  }

  /**
   * A message on the own STATE topic.
   *
   * @return what to publish in answer: an offline that is not ours (an older will, or an intruder)
   *     is answered by the birth with the same timestamp; null when nothing needs saying
   */
  public @Nullable StatePayload received(StatePayload state) {
    return connected && !state.online() ? birth() : null;
  }

  /** The payload to publish before a wanted DISCONNECT. */
  public StatePayload death(long now) {
    connected = false;
    return new StatePayload(false, now);
  }

  /** The connection broke: the broker publishes the will. */
  public void lost() {
    connected = false;
  }
}
