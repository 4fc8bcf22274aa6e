// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.problem.Link;

/**
 * Places operations that greatest lags or missing room tie together.
 *
 * <p>They are placed in order; where one comes too long after the one before it, that one must
 * start later: its earliest tick is raised by what is missing and the train placed anew. Raising
 * only ever what a violated lag asks for, this ends at the earliest places that suit all, or at the
 * horizon.
 */
final class TrainPlacer {

  /** Rounds of raising after which a train counts as impossible. */
  private static final int MOST_ROUNDS = 2_000;

  private final Shop shop;
  private final Timetable table;
  private final int[] floor;

  TrainPlacer(Shop shop, Timetable table) {
    this.shop = shop;
    this.table = table;
    this.floor = new int[shop.operations];
  }

  boolean place(int[] train, int @Nullable [] modes) {
    for (int operation : train) {
      floor[operation] = 0;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      table.mark();
      Outcome outcome = attempt(train, modes);
      if (outcome == Outcome.PLACED) {
        table.keep();
        return true;
      }
      table.takeBack();
      if (outcome == Outcome.IMPOSSIBLE) {
        return false;
      }
    }
    return false;
  }

  private enum Outcome {
    PLACED,
    TOO_EARLY,
    IMPOSSIBLE
  }

  private Outcome attempt(int[] train, int @Nullable [] modes) {
    for (int operation : train) {
      if (table.isPlaced(operation)) {
        continue;
      }
      int wanted = modes == null ? -1 : modes[operation];
      if (!table.appendAlone(operation, wanted, floor[operation])) {
        return Outcome.IMPOSSIBLE;
      }
      holdBefore(operation, train);
      if (raises(operation)) {
        return Outcome.TOO_EARLY;
      }
    }
    return holdMachines(train) ? Outcome.PLACED : Outcome.TOO_EARLY;
  }

  /** Keeps machines without room occupied by what comes before an operation until it starts. */
  private void holdBefore(int operation, int[] train) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      int machine = machineOf(before);
      if (machine >= 0 && shop.blocking[machine] && isLastOnMachine(train, before, machine)) {
        table.hold(machine, table.start[operation]);
      }
    }
  }

  /** Whether an operation comes too long after one before it, which then must start later. */
  private boolean raises(int operation) {
    boolean raised = false;
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (shop.maxLag[link] != Link.UNLIMITED && !shop.isLocked(before)) {
        long missing = (long) table.start[operation] - shop.maxLag[link] - table.end[before];
        if (missing > 0) {
          raise(before, (int) missing);
          raised = true;
        }
      }
    }
    return raised;
  }

  /** The start that ends {@code missing} ticks later, and at least one tick later than now. */
  private void raise(int operation, int missing) {
    int mode = table.mode[operation];
    int machine = shop.modeMachine[mode];
    int later =
        shop.clock[machine].startToEndAt(table.end[operation] + missing, shop.modeTicks[mode]);
    floor[operation] = Math.max(later >= Timetable.NEVER ? 0 : later, table.start[operation] + 1);
  }

  /** Machines without room behind them stay occupied until what follows has started. */
  private boolean holdMachines(int[] train) {
    for (int operation : train) {
      int machine = machineOf(operation);
      if (machine < 0 || !shop.blocking[machine]) {
        continue;
      }
      int until = table.end[operation];
      for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
        until = Math.max(until, table.start[shop.succ[s]]);
      }
      int passed = table.collides(operation);
      if (passed >= 0) {
        floor[operation] = Math.max(floor[operation] + 1, passed);
        return false;
      }
      if (isLastOnMachine(train, operation, machine)) {
        table.hold(machine, until);
      } else if (overtaken(train, operation, machine, until)) {
        return false;
      }
    }
    return true;
  }

  /** The machine an operation has been placed on, -1 if it is locked or has no place yet. */
  private int machineOf(int operation) {
    boolean ours = !shop.isLocked(operation) && table.isPlaced(operation);
    return ours ? shop.modeMachine[table.mode[operation]] : -1;
  }

  private boolean isLastOnMachine(int[] train, int operation, int machine) {
    return Arrays.stream(train)
        .noneMatch(
            other -> machineOf(other) == machine && table.start[other] > table.start[operation]);
  }

  /** A train that comes back to a machine must find it empty of its own earlier operation. */
  private boolean overtaken(int[] train, int operation, int machine, int until) {
    for (int other : train) {
      if (machineOf(other) == machine
          && table.start[other] > table.start[operation]
          && !follows(other, operation)) {
        int setup = shop.setup(machine, shop.family[operation], shop.family[other]);
        int empty = setup == 0 ? until : shop.clock[machine].finish(until, setup);
        if (table.start[other] < empty) {
          floor[other] = empty;
          return true;
        }
      }
    }
    return false;
  }

  /** A step that goes on where the one before it was done finds the machine its own. */
  private boolean follows(int operation, int before) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      if (shop.pred[link] == before) {
        return true;
      }
    }
    return false;
  }
}
