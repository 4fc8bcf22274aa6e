// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.jspecify.annotations.Nullable;

/**
 * A metric with its value (Sparkplug 3.0, 6.4.6); null where nothing was sent.
 *
 * @param alias an unsigned 64-bit number
 * @param timestamp when the value was acquired, milliseconds since the epoch
 * @param value its type is the metric's
 * @param typeDeclared whether the type goes onto the wire; a data message usually leaves it out
 */
public record Metric(
    @Nullable String name,
    @Nullable Long alias,
    @Nullable Long timestamp,
    Value value,
    boolean typeDeclared,
    boolean historical,
    boolean transientValue,
    @Nullable MetaData metadata,
    @Nullable PropertySet properties) {

  /** A metric as a birth declares it, without an alias. */
  public static Metric of(String name, long timestamp, Value value) {
    return new Metric(name, null, timestamp, value, true, false, false, null, null);
  }

  /** The same metric under an alias too. */
  public Metric withAlias(long number) {
    return new Metric(
        name,
        number,
        timestamp,
        value,
        typeDeclared,
        historical,
        transientValue,
        metadata,
        properties);
  }

  /** The same metric with properties. */
  public Metric withProperties(PropertySet set) {
    return new Metric(
        name, alias, timestamp, value, typeDeclared, historical, transientValue, metadata, set);
  }

  /** The type of the value. */
  public DataType type() {
    return value.type();
  }
}
