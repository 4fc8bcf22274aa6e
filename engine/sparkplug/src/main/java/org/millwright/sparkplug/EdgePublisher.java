// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/** Where an edge node's messages go: an MQTT client, or a test. */
@FunctionalInterface
public interface EdgePublisher {

  /**
   * Publishes, not retained.
   *
   * @param topic the topic, the same object for the same topic
   * @param payload valid during the call; its first {@code length} bytes
   * @param qos 0, and 1 for NDEATH
   */
  void publish(String topic, byte[] payload, int length, int qos);
}
