// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.io.Serializable;

/**
 * A role at a node of the hierarchy and everything below it.
 *
 * @param node path of codes such as {@code fushan/liaobin}; empty for the whole installation
 */
public record Grant(String node, Role role) implements Serializable {

  /** True when this grant reaches {@code path}. */
  public boolean covers(String path) {
    return node.isEmpty() || path.equals(node) || path.startsWith(node + "/");
  }

  /** True when some node at or below {@code path}, or above it, is reached by this grant. */
  public boolean touches(String path) {
    return covers(path) || path.isEmpty() || node.startsWith(path + "/");
  }
}
