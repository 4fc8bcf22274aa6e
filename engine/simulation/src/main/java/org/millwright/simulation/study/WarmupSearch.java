// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.List;
import org.millwright.simulation.line.Line;
import org.millwright.simulation.line.LineBuilder;
import org.millwright.simulation.line.LineSeries;
import org.millwright.simulation.line.RunEnd;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Mser;

/** Finds the end of the warm-up: MSER-5 on items on the line and on output, over pilot runs. */
final class WarmupSearch {

  private static final int PILOTS = 5;
  private static final int INTERVALS = 1000;

  private WarmupSearch() {}

  /**
   * What was found.
   *
   * @param time the end of the warm-up, in time units
   * @param found whether the series was long enough to tell
   */
  record Found(double time, boolean found) {}

  static Found search(LineModel model, StudyPlan plan) {
    List<LineSeries> pilots =
        Replications.run(0, PILOTS, plan.threads(), number -> pilot(model, plan, number));
    Mser.Cut wip = Mser.cut(mean(pilots, true));
    Mser.Cut output = Mser.cut(mean(pilots, false));
    boolean found = wip.found() && output.found();
    int cut =
        Math.max(
            found || wip.found() ? wip.observations() : 0,
            found || output.found() ? output.observations() : 0);
    double share = wip.found() || output.found() ? (double) cut / INTERVALS : 0.5;
    return new Found(plan.horizon() * share, found);
  }

  private static LineSeries pilot(LineModel model, StudyPlan plan, int number) {
    Line line = LineBuilder.build(model, ReplicationRun.streams(plan, number));
    LineSeries series = new LineSeries(line, INTERVALS);
    long until = model.time().ticks(plan.horizon());
    for (int i = 1; i <= INTERVALS; i++) {
      long next = (long) ((double) until * i / INTERVALS);
      if (!(line.run(next, plan.budget()) instanceof RunEnd.Reached)) {
        break;
      }
      series.observe(i - 1);
    }
    return series;
  }

  private static double[] mean(List<LineSeries> pilots, boolean wip) {
    double[] mean = new double[INTERVALS];
    for (LineSeries pilot : pilots) {
      double[] series = wip ? pilot.wip() : pilot.output();
      for (int i = 0; i < INTERVALS; i++) {
        mean[i] += series[i] / pilots.size();
      }
    }
    return mean;
  }
}
