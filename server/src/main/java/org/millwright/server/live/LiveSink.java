// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

/** Takes events to one browser. */
@FunctionalInterface
public interface LiveSink {

  /**
   * Sends an event.
   *
   * @param event its name, such as {@code overview}
   * @param data written as JSON
   */
  void send(String event, Object data);
}
