// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.millwright.model.Refusal;
import org.millwright.simulation.experiment.Factor;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.study.MeasureKey;

/** Reads what the option {@code --vary ID=LOW..HIGH} asks for. */
final class VariedParts {

  private static final Pattern RANGE = Pattern.compile("(.+)=(\\d{1,6})\\.\\.(\\d{1,6})");

  private VariedParts() {}

  static List<Factor> factors(LineModel model, List<String> options, List<Refusal> faults) {
    List<Factor> factors = new ArrayList<>();
    for (String option : options) {
      Matcher range = RANGE.matcher(option);
      if (!range.matches() || Integer.parseInt(range.group(2)) > Integer.parseInt(range.group(3))) {
        faults.add(
            new Refusal(
                "SIM-RANGE",
                "--vary",
                "\"%s\" names no part and range.".formatted(option),
                "write it like store=0..10."));
        continue;
      }
      Optional<Factor> factor =
          Factor.of(
              model,
              range.group(1),
              Integer.parseInt(range.group(2)),
              Integer.parseInt(range.group(3)));
      factor.ifPresentOrElse(
          factors::add,
          () ->
              faults.add(
                  Refusal.of(
                      "SIM-UNKNOWN-LINK",
                      "--vary",
                      "There is no buffer, station, pool or loop \"%s\"."
                          .formatted(range.group(1)))));
    }
    return factors;
  }

  static List<String> ids(List<String> options) {
    return options.stream().map(option -> option.substring(0, option.indexOf('='))).toList();
  }

  static List<Double> middles(List<Factor> factors) {
    return factors.stream().map(factor -> Math.floor((factor.low() + factor.high()) / 2)).toList();
  }

  /** The places all varied buffers of a model have together. */
  static int capacity(LineModel model, List<String> options) {
    List<String> ids = ids(options);
    return model.elements().stream()
        .filter(element -> ids.contains(element.id()))
        .filter(Buffer.class::isInstance)
        .mapToInt(element -> ((Buffer) element).capacity())
        .sum();
  }

  /** Measures of the same name or element as one that is not there. */
  static String similar(List<MeasureKey> keys, String objective) {
    String measure = objective.substring(objective.lastIndexOf('.') + 1);
    String owner = objective.substring(0, Math.max(0, objective.lastIndexOf('.')));
    return keys.stream()
        .filter(key -> key.measure().equals(measure) || key.id().equals(owner))
        .map(MeasureKey::toString)
        .limit(12)
        .collect(Collectors.joining(", "));
  }
}
