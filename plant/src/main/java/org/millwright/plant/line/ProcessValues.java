// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one measurement, by metric name: {@link Double}, {@link Long}, {@link Boolean},
 * {@link String}, {@code byte[]}, {@code double[]}, {@code long[]}, {@code boolean[]}, {@code
 * String[]}, {@link java.util.UUID}, {@link java.time.Instant}, {@link Table}, {@link Drive}.
 */
public final class ProcessValues {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Sets a number. */
  public void set(String metric, double value) {
    values.put(metric, value);
  }

  /** Sets a whole number. */
  public void set(String metric, long value) {
    values.put(metric, value);
  }

  /** Sets anything else. */
  public void set(String metric, Object value) {
    values.put(metric, value);
  }

  /** What was set last. */
  public Optional<Object> get(String metric) {
    return Optional.ofNullable(values.get(metric));
  }

  /** The names of all values set. */
  public Iterable<String> names() {
    return values.keySet();
  }
}
