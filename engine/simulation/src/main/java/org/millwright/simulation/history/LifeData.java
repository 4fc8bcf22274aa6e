// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Durations until something happened, and durations after which it had not happened yet.
 *
 * @param events durations that ended with the event, above zero
 * @param censored durations that were cut off before it
 */
public record LifeData(List<Double> events, List<Double> censored) {

  public LifeData {
    events = List.copyOf(events);
    censored = List.copyOf(censored);
  }

  /** All events, nothing cut off. */
  public static LifeData complete(List<Double> events) {
    return new LifeData(events, List.of());
  }

  /** Durations of both kinds added up. */
  public double total() {
    return sum(events) + sum(censored);
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * The estimate of Kaplan and Meier (1958): at each event time the probability of having lived so
   * long, just after it.
   */
  public List<Step> survival() {
    List<Double> sorted = events.stream().sorted().toList();
    List<Step> steps = new ArrayList<>();
    double alive = 1;
    int i = 0;
    while (i < sorted.size()) {
      double time = sorted.get(i);
      int deaths = 0;
      while (i < sorted.size() && sorted.get(i) == time) {
        deaths++;
        i++;
      }
      long cut = censored.stream().filter(value -> value >= time).count();
      double atRisk = (double) (sorted.size() - i + deaths + cut);
      double before = alive;
      alive *= 1 - deaths / atRisk;
      steps.add(new Step(time, before, alive));
    }
    return steps;
  }

  /** Survival just before and just after a time. */
  public record Step(double time, double before, double after) {}
}
