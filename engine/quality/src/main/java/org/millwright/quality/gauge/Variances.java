// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variance of each source of a study. */
record Variances(double repeatability, double operator, double interaction, double parts) {

  double gauge() {
    return repeatability + operator + interaction;
  }

  double total() {
    return gauge() + parts;
  }

  Map<String, Component> components(StudyOptions options) {
    Map<String, Component> components = new LinkedHashMap<>();
    put(components, "gageRR", gauge(), options);
    put(components, "repeatability", repeatability, options);
    put(components, "reproducibility", operator + interaction, options);
    put(components, "operator", operator, options);
    put(components, "interaction", interaction, options);
    put(components, "partToPart", parts, options);
    put(components, "total", total(), options);
    return components;
  }

  private void put(
      Map<String, Component> components, String key, double variance, StudyOptions options) {
    components.put(key, Component.of(key, variance, total(), options));
  }
}
