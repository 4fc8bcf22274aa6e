// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * How an edge node behaves.
 *
 * @param group Sparkplug group
 * @param node name, unique in its group
 * @param aliases whether data carries numbers in place of names
 * @param primaryHost the host without which the node says nothing; empty: none
 * @param maxStored the most samples kept while offline; the oldest go first
 */
public record EdgeSettings(
    String group, String node, boolean aliases, String primaryHost, int maxStored) {

  public EdgeSettings {
    if (!Topic.isId(group) || !Topic.isId(node)) {
      throw new IllegalArgumentException("No Sparkplug identifiers: " + group + ", " + node);
    }
  }
}
