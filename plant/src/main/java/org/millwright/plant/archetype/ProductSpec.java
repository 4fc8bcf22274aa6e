// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import java.util.Map;

/**
 * One product of a line.
 *
 * @param code what {@code Product/Code} says
 * @param name in English
 * @param nameZh in Chinese
 * @param rateShare a machine's ideal rate for this product is its {@code ratePerMinute} × this
 *     share
 * @param parameters what the process models need to know, such as thickness in mm
 */
public record ProductSpec(
    String code, String name, String nameZh, double rateShare, Map<String, Double> parameters) {

  /** A parameter that must be there. */
  public double parameter(String parameter) {
    Double value = parameters.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("product " + code + " has no parameter " + parameter);
    }
    return value;
  }
}
