// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A run of points with limits of their own.
 *
 * @param name its name, empty when there is only one
 * @param points the indices of its points, in order
 * @param reference the indices of those the limits are estimated from
 */
record Stage(String name, List<Integer> points, List<Integer> reference) {

  Stage {
    points = List.copyOf(points);
    reference = List.copyOf(reference);
  }

  /** The stages of a data set: each change of name starts a new one. */
  static List<Stage> of(ChartData data, IntPredicate isReference) {
    List<Stage> stages = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= data.size(); i++) {
      if (i == data.size() || !data.stages().get(i).equals(data.stages().get(start))) {
        List<Integer> points = java.util.stream.IntStream.range(start, i).boxed().toList();
        List<Integer> reference = points.stream().filter(isReference::test).toList();
        stages.add(new Stage(data.stages().get(start), points, reference));
        start = i;
      }
    }
    return stages;
  }

  /** The reference rows of some data. */
  List<double[]> referenceRows(ChartData data) {
    return reference.stream().map(data.rows()::get).toList();
  }

  /** Absolute differences of the reference values {@code span − 1} apart: ranges of runs. */
  double[] movingRanges(double[] values, int span) {
    List<Double> ranges = new ArrayList<>();
    for (int end = span - 1; end < points.size(); end++) {
      List<Integer> window = points.subList(end - span + 1, end + 1);
      if (reference.containsAll(window)) {
        ranges.add(range(values, window));
      }
    }
    return ranges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double range(double[] values, List<Integer> window) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i : window) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return high - low;
  }
}
