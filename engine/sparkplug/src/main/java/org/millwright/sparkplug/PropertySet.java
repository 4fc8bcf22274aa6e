// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a metric in the order sent (Sparkplug 3.0, 6.4.8), such as {@code engUnit} or
 * {@code Quality}.
 */
public record PropertySet(List<Property> properties) implements Value {

  /** A key and its value. */
  public record Property(String key, Value value) {}

  public PropertySet {
    properties = List.copyOf(properties);
  }

  /** The value of a key, null when the set has none. */
  public @Nullable Value get(String key) {
    for (Property property : properties) {
      if (property.key.equals(key)) {
        return property.value;
      }
    }
    return null;
  }

  @Override
  public DataType type() {
    return DataType.PROPERTY_SET;
  }
}
