// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.simulation.line.Buffers;
import org.millwright.simulation.line.Line;
import org.millwright.simulation.line.LineBuilder;
import org.millwright.simulation.line.Measures;
import org.millwright.simulation.line.RunEnd;
import org.millwright.simulation.line.TraceListener;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.random.RandomStreams;

/** Runs one replication from an empty line to the horizon. */
final class ReplicationRun {

  private static final int QUARTERS = 4;

  private final LineModel model;
  private final StudyPlan plan;
  private final double warmup;
  private final List<String> unlimited;

  ReplicationRun(LineModel model, StudyPlan plan, double warmup) {
    this.model = model;
    this.plan = plan;
    this.warmup = warmup;
    this.unlimited = Buffers.unlimited(model);
  }

  /** The streams of a replication; under an antithetic plan pairs share their numbers. */
  static RandomStreams streams(StudyPlan plan, int number) {
    return plan.antithetic()
        ? new RandomStreams(plan.seed(), number / 2, number % 2 == 1)
        : new RandomStreams(plan.seed(), number);
  }

  Replication run(int number, Optional<TraceListener> listener) {
    Line line = LineBuilder.build(model, streams(plan, number));
    listener.ifPresent(line::follow);
    long from = model.time().ticks(warmup);
    long until = model.time().ticks(plan.horizon());
    RunEnd end = line.run(from, plan.budget());
    line.restartStatistics();
    double[][] areas = new double[QUARTERS + 1][unlimited.size()];
    for (int quarter = 1; quarter <= QUARTERS && end instanceof RunEnd.Reached; quarter++) {
      end = line.run(from + (until - from) / QUARTERS * quarter, plan.budget());
      areas[quarter] = Buffers.areas(line, unlimited);
    }
    if (end instanceof RunEnd.Reached) {
      end = line.run(until, plan.budget());
    }
    return result(line, end, areas, (until - from) / (double) QUARTERS);
  }

  private Replication result(Line line, RunEnd end, double[][] areas, double quarterTicks) {
    List<MeasureKey> keys = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Measures.of(
        model,
        line,
        (section, id, measure, value) -> {
          keys.add(new MeasureKey(section, id, measure));
          values.add(value);
        });
    double[] growth = new double[unlimited.size()];
    double[] items = new double[unlimited.size()];
    for (int i = 0; i < growth.length; i++) {
      double third = areas[3][i] - areas[2][i];
      double fourth = areas[4][i] - areas[3][i];
      growth[i] = fourth / Math.max(third, quarterTicks);
      items[i] = (fourth - third) / quarterTicks;
    }
    return new Replication(
        end,
        line.scale().units((double) line.now()),
        keys,
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        growth,
        items,
        line.traceHash(),
        line.events());
  }
}
