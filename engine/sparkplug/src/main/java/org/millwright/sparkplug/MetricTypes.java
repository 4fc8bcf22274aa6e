// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/** The types that births declared: data messages leave them out. */
@FunctionalInterface
public interface MetricTypes {

  /** Knows nothing: a value without a declared type shows as the widest type of its wire field. */
  MetricTypes NONE = metric -> DataType.UNKNOWN;

  /** The type of a metric that declares none, {@link DataType#UNKNOWN} when no birth told it. */
  DataType typeOf(MetricView metric);
}
