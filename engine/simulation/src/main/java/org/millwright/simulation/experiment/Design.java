// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.random.RandomStream;
import org.millwright.simulation.random.RandomStreams;

/** Points to try: one value for each factor. */
public final class Design {

  private Design() {}

  /** Every combination of evenly spaced levels: {@code levels} to the power of the factors. */
  public static List<List<Double>> factorial(List<Factor> factors, int levels) {
    List<List<Double>> points = List.of(List.of());
    for (Factor factor : factors) {
      List<List<Double>> longer = new ArrayList<>();
      for (List<Double> point : points) {
        for (int level = 0; level < levels; level++) {
          double share = levels == 1 ? 0.5 : level / (levels - 1.0);
          longer.add(extended(point, factor.low() + share * (factor.high() - factor.low())));
        }
      }
      points = longer;
    }
    return points;
  }

  /** Points so spread that each of as many equal slices of every factor holds exactly one. */
  public static List<List<Double>> latinHypercube(List<Factor> factors, int count, long seed) {
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(List.of());
    }
    for (Factor factor : factors) {
      RandomStream stream = new RandomStreams(seed, 0).stream(factor.name(), "design");
      int[] slices = shuffled(count, stream);
      for (int i = 0; i < count; i++) {
        double share = (slices[i] + stream.nextOpen()) / count;
        double value = factor.low() + share * (factor.high() - factor.low());
        points.set(i, extended(points.get(i), value));
      }
    }
    return points;
  }

  private static int[] shuffled(int count, RandomStream stream) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = (int) (stream.nextOpen() * (i + 1));
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private static List<Double> extended(List<Double> point, double value) {
    List<Double> longer = new ArrayList<>(point);
    longer.add(value);
    return List.copyOf(longer);
  }
}
