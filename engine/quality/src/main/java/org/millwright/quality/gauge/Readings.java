// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Samples;

/**
 * The readings of a balanced study: every operator measured every one of his parts equally often.
 *
 * @param parts the parts, in order of appearance; in a nested study those of the first operator
 * @param operators the operators
 * @param trials the readings of a part by an operator
 * @param cells the readings by operator, then part
 */
public record Readings(
    List<String> parts, List<String> operators, int trials, List<List<double[]>> cells) {

  /** One reading. */
  public record Reading(String part, String operator, double value) {}

  public Readings {
    parts = List.copyOf(parts);
    operators = List.copyOf(operators);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /** Arranges readings; {@code nested} when each operator has parts of his own. */
  public static Outcome<Readings> arrange(List<Reading> readings, boolean nested) {
    Map<String, Map<String, List<Double>>> table = new LinkedHashMap<>();
    for (Reading reading : readings) {
      if (!Double.isFinite(reading.value())) {
        return Outcome.refuse(
            "QUALITY-VALUE-INFINITE",
            "part " + reading.part(),
            "a reading is missing or infinite.",
            "");
      }
      table
          .computeIfAbsent(reading.operator(), o -> new LinkedHashMap<>())
          .computeIfAbsent(reading.part(), p -> new ArrayList<>())
          .add(reading.value());
    }
    Refusal fault = readings.isEmpty() ? empty() : fault(table, nested);
    return fault == null ? Outcome.of(build(table, nested)) : Outcome.refuse(fault);
  }

  private static Refusal empty() {
    return Refusal.of("QUALITY-TABLE-EMPTY", "", "there are no readings.");
  }

  private static @Nullable Refusal fault(
      Map<String, Map<String, List<Double>>> table, boolean nested) {
    Map<String, List<Double>> first = table.values().iterator().next();
    int trials = first.values().iterator().next().size();
    for (Map.Entry<String, Map<String, List<Double>>> operator : table.entrySet()) {
      boolean parts =
          nested
              ? operator.getValue().size() == first.size()
              : operator.getValue().keySet().equals(first.keySet());
      boolean even = operator.getValue().values().stream().allMatch(v -> v.size() == trials);
      if (!parts || !even) {
        return new Refusal(
            "QUALITY-GAUGE-UNBALANCED",
            "operator " + operator.getKey(),
            "the study is not balanced: every operator must measure "
                + (nested ? "as many parts" : "the same parts")
                + " equally often.",
            "a missing reading, or --study nested");
      }
    }
    if (first.size() < 2) {
      return Refusal.of("QUALITY-GAUGE-PARTS", "", "a study needs at least two parts.");
    }
    return null;
  }

  private static Readings build(Map<String, Map<String, List<Double>>> table, boolean nested) {
    Map<String, List<Double>> first = table.values().iterator().next();
    List<String> parts = List.copyOf(first.keySet());
    List<List<double[]>> cells = new ArrayList<>();
    for (Map<String, List<Double>> operator : table.values()) {
      List<double[]> row = new ArrayList<>();
      for (String part : nested ? operator.keySet() : first.keySet()) {
        row.add(Samples.array(operator.getOrDefault(part, List.of())));
      }
      cells.add(row);
    }
    int trials = first.values().iterator().next().size();
    return new Readings(parts, List.copyOf(table.keySet()), trials, cells);
  }

  /** All readings. */
  double[] all() {
    return Samples.concatenate(cells.stream().flatMap(List::stream).toList());
  }

  /** All readings of one operator. */
  double[] ofOperator(int operator) {
    return Samples.concatenate(cells.get(operator));
  }

  /** All readings of one part by all operators. */
  double[] ofPart(int part) {
    return Samples.concatenate(cells.stream().map(row -> row.get(part)).toList());
  }
}
