// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.MarkovChain.Move;

/**
 * The Markov chain of a saturated line with exponential times, where machines wear out only while
 * they work and block after service.
 *
 * @param speed jobs per time of each machine
 * @param room places behind each machine but the last
 * @param failure rate of each machine while it works, 0 for never
 * @param repair rate of each machine
 */
record UnreliableLine(
    List<Double> speed, List<Integer> room, List<Double> failure, List<Double> repair) {

  private enum Phase {
    STARVED,
    WORKING,
    DOWN,
    BLOCKED
  }

  private record State(List<Phase> phases, List<Integer> levels) {}

  double output() {
    int last = speed.size() - 1;
    return chain().mean(state -> state.phases().get(last) == Phase.WORKING ? speed.get(last) : 0);
  }

  double level(int buffer) {
    return chain().mean(state -> state.levels().get(buffer));
  }

  double blocked(int machine) {
    return chain().mean(state -> state.phases().get(machine) == Phase.BLOCKED ? 1 : 0);
  }

  private MarkovChain<State> chain() {
    List<Phase> phases =
        new ArrayList<>(java.util.Collections.nCopies(speed.size(), Phase.STARVED));
    List<Integer> levels = new ArrayList<>(java.util.Collections.nCopies(room.size(), 0));
    return new MarkovChain<>(settled(phases, levels), this::moves);
  }

  private List<Move<State>> moves(State state) {
    List<Move<State>> moves = new ArrayList<>();
    for (int i = 0; i < speed.size(); i++) {
      switch (state.phases().get(i)) {
        case WORKING -> {
          Phase next = i < room.size() ? Phase.BLOCKED : Phase.STARVED;
          moves.add(new Move<>(speed.get(i), with(state, i, next)));
          if (failure.get(i) > 0) {
            moves.add(new Move<>(failure.get(i), with(state, i, Phase.DOWN)));
          }
        }
        case DOWN -> moves.add(new Move<>(repair.get(i), with(state, i, Phase.WORKING)));
        case STARVED, BLOCKED -> {}
      }
    }
    return moves;
  }

  private State with(State state, int machine, Phase phase) {
    List<Phase> phases = new ArrayList<>(state.phases());
    phases.set(machine, phase);
    return settled(phases, new ArrayList<>(state.levels()));
  }

  /** Moves items on until nothing can move without time passing. */
  private State settled(List<Phase> phases, List<Integer> levels) {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = speed.size() - 1; i >= 0; i--) {
        moved |= takesIn(phases, levels, i) || handsOn(phases, levels, i);
      }
    }
    return new State(List.copyOf(phases), List.copyOf(levels));
  }

  private static boolean takesIn(List<Phase> phases, List<Integer> levels, int machine) {
    boolean supplied = machine == 0 || levels.get(machine - 1) > 0;
    if (phases.get(machine) != Phase.STARVED || !supplied) {
      return false;
    }
    if (machine > 0) {
      levels.set(machine - 1, levels.get(machine - 1) - 1);
    }
    phases.set(machine, Phase.WORKING);
    return true;
  }

  private boolean handsOn(List<Phase> phases, List<Integer> levels, int machine) {
    if (phases.get(machine) != Phase.BLOCKED) {
      return false;
    }
    if (levels.get(machine) < room.get(machine)) {
      levels.set(machine, levels.get(machine) + 1);
    } else if (room.get(machine) == 0 && phases.get(machine + 1) == Phase.STARVED) {
      phases.set(machine + 1, Phase.WORKING);
    } else {
      return false;
    }
    phases.set(machine, Phase.STARVED);
    return true;
  }
}
