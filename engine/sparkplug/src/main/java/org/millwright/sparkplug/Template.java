// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template definition or instance (Sparkplug 3.0, 6.4.13).
 *
 * @param version of the template, null when not versioned
 * @param reference the definition an instance is of, null for a definition
 * @param definition whether this defines the template
 */
public record Template(
    @Nullable String version,
    @Nullable String reference,
    boolean definition,
    List<Parameter> parameters,
    List<Metric> metrics)
    implements Value {

  /** A named parameter. */
  public record Parameter(String name, Value value) {}

  public Template {
    parameters = List.copyOf(parameters);
    metrics = List.copyOf(metrics);
  }

  @Override
  public DataType type() {
    return DataType.TEMPLATE;
  }
}
