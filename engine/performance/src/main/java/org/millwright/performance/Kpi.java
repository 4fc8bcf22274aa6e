// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A key performance indicator: its definition, and its value as a pure function of elements.
 *
 * @param id stable, such as {@code OEE}
 * @param number its number among the 34 of ISO 22400-2:2014 and GB/T 34044.2-2017; 0 when it is not
 *     one of them
 * @param variant which reading of the definition, where sources disagree; empty when they do not
 * @param english what it is called in English
 * @param chinese what it is called in Chinese
 * @param unit of its value; "1" for a ratio
 * @param formula over the symbols of its inputs
 * @param inputs elements it needs
 * @param function the formula; NaN or infinite when it has no value
 */
public record Kpi(
    String id,
    int number,
    String variant,
    String english,
    String chinese,
    String unit,
    String formula,
    List<Element> inputs,
    ToDoubleFunction<Elements> function) {

  public Kpi {
    inputs = List.copyOf(inputs);
  }

  /**
   * A KPI with all it was computed from.
   *
   * @param value in the KPI's unit; empty when an input is missing or a divisor is 0
   * @param inputs the inputs that are known
   * @param missing the inputs that are not
   */
  public record Result(
      Kpi kpi, OptionalDouble value, Map<Element, Double> inputs, List<Element> missing) {}

  /** Its value. */
  public OptionalDouble value(Elements elements) {
    double value = function.applyAsDouble(elements);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Its value with everything it was computed from. */
  public Result explain(Elements elements) {
    Map<Element, Double> known = new EnumMap<>(Element.class);
    for (Element input : inputs) {
      elements.get(input).ifPresent(value -> known.put(input, value));
    }
    List<Element> missing = inputs.stream().filter(input -> !known.containsKey(input)).toList();
    return new Result(this, value(elements), known, missing);
  }
}
