// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

/** Commands the pipeline itself gives; {@code connectivity} implements it. Must not block. */
public interface NodeCommands {

  /** Asks an edge node for its births again (NCMD {@code Node Control/Rebirth} = true). */
  void requestRebirth(EdgeNodeId node);
}
