// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;

/**
 * A work unit and the device that speaks for it.
 *
 * @param unit path of the work unit
 * @param device Sparkplug device, empty for the edge node itself
 * @param properties names of its properties
 * @param metrics the metric of each property
 */
record Followed(String unit, String device, List<String> properties, List<String> metrics) {

  Followed {
    properties = List.copyOf(properties);
    metrics = List.copyOf(metrics);
  }
}
