// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.Map;

/**
 * A measured value's entry in the register.
 *
 * @param number dense, from 0, never reused; the key of its samples
 * @param address where it comes from
 * @param type Sparkplug data type name such as {@code Double}, {@code String}, {@code DataSet}
 * @param unit engineering unit as the source names it, empty when it names none
 * @param properties further properties of the last birth, texts by name
 */
public record Tag(
    int number, TagAddress address, String type, String unit, Map<String, String> properties) {

  public Tag {
    properties = Map.copyOf(properties);
  }
}
