// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.List;
import java.util.stream.Collectors;
import org.millwright.quality.Outcome;

/** The acceptance quality limits of GB/T 2828.1, in per cent or nonconformities per 100 units. */
public final class Aql {

  /** All of them in order. */
  public static final List<Double> VALUES =
      List.of(
          0.010, 0.015, 0.025, 0.040, 0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5, 4.0, 6.5,
          10.0, 15.0, 25.0, 40.0, 65.0, 100.0, 150.0, 250.0, 400.0, 650.0, 1000.0);

  private Aql() {}

  /** The number of an AQL in the series, from 1; refused when it is not in it. */
  public static Outcome<Integer> number(double aql) {
    for (int i = 0; i < VALUES.size(); i++) {
      if (Math.abs(VALUES.get(i) - aql) < 1e-9 * aql) {
        return Outcome.of(i + 1);
      }
    }
    return Outcome.refuse(
        "QUALITY-AQL-UNKNOWN",
        "--aql",
        aql + " is not one of the standard's acceptance quality limits.",
        "one of " + VALUES.stream().map(v -> v.toString()).collect(Collectors.joining(", ")));
  }
}
