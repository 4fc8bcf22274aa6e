// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.statistics.Tally;

/**
 * Picks the best of several models by the fully sequential procedure of Kim and Nelson (2001): the
 * best is picked with the confidence asked for whenever it is better than the next by the
 * indifference zone. Common random numbers make it stop sooner.
 *
 * @param best index of the model with the best objective
 * @param confidence that it is the best, or within the indifference zone of it
 * @param replications spent on each model
 * @param intervals 95 % interval of the objective of each model
 */
public record Selection(
    int best, double confidence, List<Integer> replications, List<Interval> intervals) {

  private static final int FIRST_STAGE = 10;

  public Selection {
    replications = List.copyOf(replications);
    intervals = List.copyOf(intervals);
  }

  /**
   * Picks the best of at least two models.
   *
   * @param indifference the difference in the objective that is worth detecting, above zero
   * @param confidence such as 0.95
   * @param most replications of one model at most; then the leader is named with confidence NaN
   */
  public static Selection of(
      Experiment experiment,
      List<LineModel> models,
      double indifference,
      double confidence,
      int most) {
    return new Race(experiment, models, indifference, confidence).run(most);
  }

  /** The state of the procedure. */
  private static final class Race {
    private final Experiment experiment;
    private final List<LineModel> models;
    private final double indifference;
    private final double confidence;
    private final List<double[]> seen = new ArrayList<>();
    private final List<Integer> alive = new ArrayList<>();
    private final double threshold;

    Race(Experiment experiment, List<LineModel> models, double indifference, double confidence) {
      this.experiment = experiment;
      this.models = models;
      this.indifference = indifference;
      this.confidence = confidence;
      double alpha = 1 - confidence;
      double eta = (Math.pow(2 * alpha / (models.size() - 1), -2.0 / (FIRST_STAGE - 1)) - 1) / 2;
      threshold = 2 * eta * (FIRST_STAGE - 1);
    }

    Selection run(int most) {
      for (int i = 0; i < models.size(); i++) {
        alive.add(i);
        seen.add(observe(i, FIRST_STAGE));
      }
      double[][] variance = variances();
      int count = FIRST_STAGE;
      eliminate(count, variance);
      while (alive.size() > 1 && count < most) {
        count = Math.min(most, count * 2);
        for (int i : alive) {
          seen.set(i, observe(i, count));
        }
        for (int r = count / 2 + 1; r <= count; r++) {
          eliminate(r, variance);
        }
      }
      return result();
    }

    /** Replications are numbered, so a longer run begins with the same ones. */
    private double[] observe(int model, int count) {
      return experiment.observe(models.get(model), experiment.plan().replicated(count));
    }

    private double[][] variances() {
      double[][] variance = new double[models.size()][models.size()];
      for (int i = 0; i < models.size(); i++) {
        for (int j = 0; j < models.size(); j++) {
          Tally tally = new Tally();
          for (double difference : Experiment.differences(seen.get(i), seen.get(j))) {
            tally.add(difference);
          }
          variance[i][j] = tally.variance();
        }
      }
      return variance;
    }

    private void eliminate(int count, double[][] variance) {
      List<Integer> losers = new ArrayList<>();
      for (int i : alive) {
        for (int j : alive) {
          double slack =
              Math.max(
                  0,
                  indifference
                      / (2 * count)
                      * (threshold * variance[i][j] / (indifference * indifference) - count));
          if (i != j && mean(i, count) < mean(j, count) - slack) {
            losers.add(i);
            break;
          }
        }
      }
      alive.removeAll(losers);
    }

    private double mean(int model, int count) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += seen.get(model)[i];
      }
      return sum / count;
    }

    private Selection result() {
      int best = alive.getFirst();
      for (int i : alive) {
        best = mean(i, seen.get(i).length) > mean(best, seen.get(best).length) ? i : best;
      }
      return new Selection(
          best,
          alive.size() == 1 ? confidence : Double.NaN,
          seen.stream().map(values -> values.length).toList(),
          seen.stream()
              .map(values -> experiment.goal().turned(Interval.of(values, 0.95)))
              .toList());
    }
  }
}
