// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * A value that a host wants written.
 *
 * @param device empty for the edge node itself
 * @param metric name of the metric
 */
public record EdgeCommand(String device, String metric, Value value) {}
