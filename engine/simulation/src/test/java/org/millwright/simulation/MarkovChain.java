// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A small Markov chain in continuous time, solved directly: the oracle for lines without a closed
 * formula. It knows nothing of the engine.
 *
 * @param <S> a state, compared by value
 */
final class MarkovChain<S> {

  /** A way from a state to another, at a rate. */
  record Move<S>(double rate, S to) {}

  private final List<S> states = new ArrayList<>();
  private final Map<S, Integer> numbers = new HashMap<>();
  private final double[] probability;

  /** Explores the chain from a state and solves for its stationary distribution. */
  MarkovChain(S start, Function<S, List<Move<S>>> moves) {
    List<List<Move<S>>> outgoing = new ArrayList<>();
    number(start);
    for (int i = 0; i < states.size(); i++) {
      List<Move<S>> next = moves.apply(states.get(i));
      next.forEach(move -> number(move.to()));
      outgoing.add(next);
    }
    probability = solve(balance(outgoing));
  }

  private int number(S state) {
    return numbers.computeIfAbsent(
        state,
        fresh -> {
          states.add(fresh);
          return states.size() - 1;
        });
  }

  /** What flows into a state equals what flows out; one equation gives way to "all sum to one". */
  private double[][] balance(List<List<Move<S>>> outgoing) {
    int count = states.size();
    double[][] equations = new double[count][count + 1];
    for (int from = 0; from < count; from++) {
      for (Move<S> move : outgoing.get(from)) {
        equations[number(move.to())][from] += move.rate();
        equations[from][from] -= move.rate();
      }
    }
    java.util.Arrays.fill(equations[0], 1);
    return equations;
  }

  private static double[] solve(double[][] rows) {
    int count = rows.length;
    for (int column = 0; column < count; column++) {
      int pivot = column;
      for (int row = column + 1; row < count; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swap = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swap;
      for (int row = 0; row < count; row++) {
        double factor = row == column ? 0 : rows[row][column] / rows[column][column];
        for (int k = column; factor != 0 && k <= count; k++) {
          rows[row][k] -= factor * rows[column][k];
        }
      }
    }
    double[] solution = new double[count];
    for (int i = 0; i < count; i++) {
      solution[i] = rows[i][count] / rows[i][i];
    }
    return solution;
  }

  /** The mean of a function of the state. */
  double mean(ToDoubleFunction<S> of) {
    double sum = 0;
    for (int i = 0; i < states.size(); i++) {
      sum += probability[i] * of.applyAsDouble(states.get(i));
    }
    return sum;
  }
}
