// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.concurrent.CompletionStage;

/** A broker the platform is the Sparkplug host of: the embedded one or an external one. */
interface BrokerLink {

  /** Its name, the source of its messages. */
  String source();

  Status status();

  /** Publishes: retained with QoS 1 (STATE), else with QoS 0 (commands, Sparkplug 3.0, 6.4.22). */
  CompletionStage<Void> publish(String topic, byte[] payload, boolean retain);

  /**
   * How a link is.
   *
   * @param detail why not, or where; for people
   * @param since epoch milliseconds
   */
  record Status(boolean connected, String detail, long since) {}
}
