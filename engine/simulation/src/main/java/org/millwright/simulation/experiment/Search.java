// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Interval;

/**
 * The result of a local search with a budget: from a start it moves to a neighbour whenever that is
 * better beyond chance under common random numbers, until none is or the budget is spent. What was
 * found is then held against the start on fresh random numbers.
 *
 * @param best values of the factors
 * @param objective 95 % interval at the best values, on fresh numbers
 * @param gain 95 % interval of how much better that is than the start, on fresh numbers
 * @param variants models that were run
 * @param exhausted whether the budget ended the search
 */
public record Search(
    List<Double> best, Interval objective, Interval gain, int variants, boolean exhausted) {

  private static final long FRESH = 0x5DEECE66DL;
  private static final double SURE = 0.9;

  /** The points next to a point. */
  @FunctionalInterface
  public interface Neighbours {
    List<List<Double>> of(List<Double> point);
  }

  public Search {
    best = List.copyOf(best);
  }

  /**
   * Spreads a number of places over buffers so that the objective is best, moving one place at a
   * time.
   *
   * @param total places over all buffers
   * @param budget models to run at most
   */
  public static Search bufferAllocation(
      Experiment experiment, LineModel model, List<String> buffers, int total, int budget) {
    List<Factor> factors =
        buffers.stream().map(buffer -> Factor.capacity(buffer, 0, total)).toList();
    List<Double> even = new ArrayList<>();
    for (int i = 0; i < buffers.size(); i++) {
      even.add((double) (total * (i + 1) / buffers.size() - total * i / buffers.size()));
    }
    return run(experiment, model, factors, even, Search::moves, budget);
  }

  private static List<List<Double>> moves(List<Double> point) {
    List<List<Double>> moved = new ArrayList<>();
    for (int from = 0; from < point.size(); from++) {
      for (int to = 0; to < point.size(); to++) {
        if (from != to && point.get(from) >= 1) {
          List<Double> next = new ArrayList<>(point);
          next.set(from, next.get(from) - 1);
          next.set(to, next.get(to) + 1);
          moved.add(List.copyOf(next));
        }
      }
    }
    return moved;
  }

  /** Looks for the best whole values of some factors, one step at a time. */
  public static Search overWholeValues(
      Experiment experiment,
      LineModel model,
      List<Factor> factors,
      List<Double> start,
      int budget) {
    Neighbours steps =
        point -> {
          List<List<Double>> near = new ArrayList<>();
          for (int i = 0; i < factors.size(); i++) {
            for (int step = -1; step <= 1; step += 2) {
              double value = point.get(i) + step;
              if (value >= factors.get(i).low() && value <= factors.get(i).high()) {
                List<Double> next = new ArrayList<>(point);
                next.set(i, value);
                near.add(List.copyOf(next));
              }
            }
          }
          return near;
        };
    return run(experiment, model, factors, start, steps, budget);
  }

  /** Looks for the best objective from a start over neighbours. */
  public static Search run(
      Experiment experiment,
      LineModel model,
      List<Factor> factors,
      List<Double> start,
      Neighbours neighbours,
      int budget) {
    Map<List<Double>, double[]> seen = new HashMap<>();
    List<Double> best = List.copyOf(start);
    seen.put(best, observe(experiment, model, factors, best));
    List<Double> before;
    do {
      before = best;
      for (List<Double> near : neighbours.of(before)) {
        if (seen.containsKey(near) || seen.size() >= budget) {
          continue;
        }
        double[] values = observe(experiment, model, factors, near);
        seen.put(near, values);
        best = isBetter(values, seen.getOrDefault(best, values)) ? near : best;
      }
    } while (!best.equals(before));
    return confirmed(experiment, model, factors, List.of(start, best), seen.size(), budget);
  }

  private static double[] observe(
      Experiment experiment, LineModel model, List<Factor> factors, List<Double> point) {
    return experiment.observe(Factor.apply(model, factors, point), experiment.plan());
  }

  private static boolean isBetter(double[] one, double[] other) {
    Interval gain = Interval.of(Experiment.differences(one, other), SURE);
    return gain.mean() > gain.halfWidth();
  }

  private static Search confirmed(
      Experiment experiment,
      LineModel model,
      List<Factor> factors,
      List<List<Double>> startAndBest,
      int variants,
      int budget) {
    Experiment fresh =
        new Experiment(
            experiment.plan().seeded(experiment.plan().seed() ^ FRESH),
            experiment.objective(),
            experiment.goal());
    double[] start = observe(fresh, model, factors, startAndBest.getFirst());
    double[] best = observe(fresh, model, factors, startAndBest.getLast());
    return new Search(
        startAndBest.getLast(),
        experiment.goal().turned(Interval.of(best, 0.95)),
        Interval.of(Experiment.differences(best, start), 0.95),
        variants,
        variants >= budget);
  }
}
