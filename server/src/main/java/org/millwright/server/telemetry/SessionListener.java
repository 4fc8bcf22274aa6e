// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/**
 * Hears what happens in sessions; {@code connectivity} implements it. Must not block and must not
 * throw.
 */
public interface SessionListener {

  /** Called on the stage's thread; the events of one edge node come in their order. */
  void happened(SessionEvent event);
}
