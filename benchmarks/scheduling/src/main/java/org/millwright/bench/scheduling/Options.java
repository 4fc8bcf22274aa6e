// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param seconds an instance
 * @param threads of the engine
 * @param only the set to measure, empty for all
 * @param instance the instance to measure, empty for all
 * @param data folder of the instances
 * @param exact whether CP-SAT runs beside
 * @param record whether the figures are written down
 */
record Options(
    double seconds,
    int threads,
    String only,
    String instance,
    Path data,
    boolean exact,
    boolean record) {

  static Options of(String[] arguments) {
    List<String> given = List.of(arguments);
    int cores = Runtime.getRuntime().availableProcessors();
    Options options =
        new Options(
            Double.parseDouble(value(given, "--seconds", "60")),
            Integer.parseInt(value(given, "--threads", Integer.toString(Math.min(2, cores)))),
            value(given, "--only", ""),
            value(given, "--instance", ""),
            Path.of(value(given, "--data", "../shared/data")).resolve("scheduling"),
            !given.contains("--no-cpsat"),
            given.contains("--record"));
    if (!options.only.isEmpty() && !Results.SETS.contains(options.only)) {
      throw new IllegalArgumentException("--only takes one of " + Results.SETS);
    }
    if (options.record && !options.instance.isEmpty()) {
      throw new IllegalArgumentException("--record takes whole sets, not an --instance");
    }
    return options;
  }

  boolean wants(String set) {
    return only.isEmpty() || only.equals(set);
  }

  boolean wants(Instance candidate) {
    return wants(candidate.set()) && (instance.isEmpty() || instance.equals(candidate.name()));
  }

  private static String value(List<String> given, String name, String otherwise) {
    int at = given.indexOf(name);
    return at < 0 || at + 1 == given.size() ? otherwise : given.get(at + 1);
  }
}
