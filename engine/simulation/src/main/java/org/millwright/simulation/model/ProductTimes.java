// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.simulation.distribution.Distribution;

/** A duration for each product, and one for the products not named. */
public record ProductTimes(Map<String, Distribution> byProduct, Optional<Distribution> otherwise) {

  public ProductTimes {
    byProduct = Collections.unmodifiableMap(new TreeMap<>(byProduct));
  }

  /** One duration for all products. */
  public static ProductTimes of(Distribution distribution) {
    return new ProductTimes(Map.of(), Optional.of(distribution));
  }
}
