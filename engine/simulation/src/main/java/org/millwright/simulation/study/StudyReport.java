// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Interval;

/**
 * The answer of a study.
 *
 * @param warmup time from which statistics count, in time units
 * @param replications in their order
 * @param warnings what the reader should know, such as a queue that grows without end
 */
public record StudyReport(
    LineModel model,
    StudyPlan plan,
    double warmup,
    boolean warmupFound,
    List<Replication> replications,
    Bottlenecks bottlenecks,
    List<Refusal> warnings) {

  /** The confidence of all reported intervals. */
  public static final double CONFIDENCE = 0.95;

  public StudyReport {
    replications = List.copyOf(replications);
    warnings = List.copyOf(warnings);
  }

  /** Every measure with its 95 % interval, in the order of the model. */
  public Map<MeasureKey, Interval> intervals() {
    Map<MeasureKey, Interval> intervals = new LinkedHashMap<>();
    for (MeasureKey key : replications.getFirst().keys()) {
      intervals.put(key, Interval.of(observations(key), CONFIDENCE));
    }
    return intervals;
  }

  /** The 95 % interval of one measure. */
  public Interval interval(MeasureKey key) {
    return Interval.of(observations(key), CONFIDENCE);
  }

  /** One value for each independent replication; antithetic pairs count as one. */
  public double[] observations(MeasureKey key) {
    int index = replications.getFirst().keys().indexOf(key);
    if (index < 0) {
      throw new IllegalArgumentException("The line has no measure " + key + ".");
    }
    double[] values = replications.stream().mapToDouble(run -> run.values()[index]).toArray();
    return plan.antithetic() ? pairs(values) : values;
  }

  private static double[] pairs(double[] values) {
    double[] pairs = new double[values.length / 2];
    Arrays.setAll(pairs, i -> (values[2 * i] + values[2 * i + 1]) / 2);
    return pairs;
  }

  /** A number that two studies share exactly when all their replications ran alike. */
  public long traceHash() {
    long hash = 0;
    for (Replication replication : replications) {
      hash = hash * 31 + replication.traceHash();
    }
    return hash;
  }

  /** Events of all replications. */
  public long events() {
    return replications.stream().mapToLong(Replication::events).sum();
  }
}
