// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.simulation.model.LineState;

/** Running time for each item, by product, and how many were rejected. */
record CycleData(Map<String, List<Double>> single, Map<String, double[]> sums, double rejectRate) {

  /** Joins the counts of one machine with its running time. */
  static CycleData of(List<StateInterval> intervals, List<Count> counts) {
    Map<String, List<Double>> single = new LinkedHashMap<>();
    Map<String, double[]> sums = new LinkedHashMap<>();
    double made = 0;
    double rejected = 0;
    for (Count count : counts) {
      double running = running(intervals, count.start(), count.end());
      made += count.total();
      rejected += count.rejected();
      if (count.total() > 0 && running > 0) {
        double[] sum = sums.computeIfAbsent(count.product(), product -> new double[2]);
        sum[0] += running;
        sum[1] += count.total();
        if (count.total() == 1) {
          single.computeIfAbsent(count.product(), product -> new ArrayList<>()).add(running);
        }
      }
    }
    return new CycleData(single, sums, made > 0 ? rejected / made : 0);
  }

  private static double running(List<StateInterval> intervals, double from, double to) {
    double sum = 0;
    for (StateInterval interval : intervals) {
      if (interval.state() == LineState.RUNNING) {
        sum += Math.max(0, Math.min(interval.end(), to) - Math.max(interval.start(), from));
      }
    }
    return sum;
  }

  /** Whether every item of a product was recorded by itself, so that its times vary visibly. */
  boolean isSingle(String product) {
    double[] sum = sums.getOrDefault(product, new double[2]);
    return sum[1] > 0 && single.getOrDefault(product, List.of()).size() == sum[1];
  }
}
