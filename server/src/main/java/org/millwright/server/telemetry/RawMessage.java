// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/**
 * A message as a broker delivered it. The payload is not copied: whoever offers it must not change
 * it afterwards.
 *
 * @param source the connection it came through, such as {@code embedded}
 * @param topic MQTT topic; one that starts with {@code spBv1.0/} is Sparkplug, any other goes to
 *     the {@link MessageMapper}
 * @param payload the payload
 * @param qos MQTT quality of service, 0 to 2
 * @param arrival when the platform received it, epoch milliseconds
 */
@SuppressWarnings(
    "ArrayRecordComponent") // the payload is handed over, not shared; equality is never asked for
public record RawMessage(String source, String topic, byte[] payload, int qos, long arrival) {

  /** The namespace of Sparkplug B. */
  public static final String SPARKPLUG = "spBv1.0/";

  /**
   * Topic of the platform's own note that the way to an edge node is lost; the node's name follows.
   * No client can publish to it.
   */
  public static final String LOST = "$millwright/lost/";

  /** True when the payload is Sparkplug's, false when it is plain MQTT. */
  public boolean sparkplug() {
    return topic.startsWith(SPARKPLUG);
  }
}
