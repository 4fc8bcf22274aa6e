// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;

/**
 * Runs variants of one model under one plan. All variants draw from the same streams, so that what
 * differs is the variant and not the luck.
 *
 * @param objective the measure that is compared
 */
public record Experiment(StudyPlan plan, MeasureKey objective, Goal goal) {

  /** Which values of the objective are good. */
  public enum Goal {
    MAXIMUM(1),
    MINIMUM(-1);

    private final int sign;

    Goal(int sign) {
      this.sign = sign;
    }

    /** A value turned so that more is better, or turned back. */
    double turned(double value) {
      return sign * value;
    }

    /** An interval turned back. */
    Interval turned(Interval interval) {
      return new Interval(turned(interval.mean()), interval.halfWidth(), interval.count());
    }
  }

  private static final double CONFIDENCE = 0.95;

  /** An experiment that looks for the largest value. */
  public Experiment(StudyPlan plan, MeasureKey objective) {
    this(plan, objective, Goal.MAXIMUM);
  }

  /** The outcome of a variant that could not be run; it loses against every other. */
  static final double FAILED = Double.NEGATIVE_INFINITY;

  /**
   * The answer at one point of a design.
   *
   * @param interval 95 % interval of the objective
   * @param refusal why the variant could not be run, or none
   */
  public record Answer(List<Double> point, Interval interval, List<Refusal> refusal) {}

  /**
   * One value for each replication, turned so that more is better; a variant that fails has the
   * value FAILED.
   */
  double[] observe(LineModel model, StudyPlan run) {
    return switch (Study.run(model, run)) {
      case StudyOutcome.Completed completed ->
          Arrays.stream(completed.report().observations(objective)).map(goal::turned).toArray();
      case StudyOutcome.Refused ignored -> {
        double[] failed = new double[run.replications()];
        Arrays.fill(failed, FAILED);
        yield failed;
      }
    };
  }

  /** Runs a model at every point of a design. */
  public List<Answer> run(LineModel model, List<Factor> factors, List<List<Double>> design) {
    List<Answer> answers = new ArrayList<>();
    for (List<Double> point : design) {
      answers.add(
          switch (Study.run(Factor.apply(model, factors, point), plan)) {
            case StudyOutcome.Completed completed ->
                new Answer(point, completed.report().interval(objective), List.of());
            case StudyOutcome.Refused refused ->
                new Answer(
                    point, new Interval(Double.NaN, Double.NaN, 0), List.of(refused.refusal()));
          });
    }
    return answers;
  }

  /**
   * The 95 % interval of how much better one model does than another, replication by replication.
   */
  public Interval compare(LineModel one, LineModel other) {
    return Interval.of(differences(observe(one, plan), observe(other, plan)), CONFIDENCE);
  }

  static double[] differences(double[] one, double[] other) {
    double[] differences = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      differences[i] = one[i] - other[i];
    }
    return differences;
  }
}
