// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

/** What an edge node logs in with. */
public record Credentials(String username, String password) {

  /** Without the password, so that none gets into a log. */
  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
