// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The step function of a {@link StateRule}: fed with the samples of one tag in order of time, it
 * says when the state of the work unit changes. Not thread-safe; allocates nothing per sample.
 */
public final class StateMapper {

  private static final WorkUnitState NOT_OBSERVED = WorkUnitState.NOT_OBSERVED;
  private static final long NONE = Long.MIN_VALUE;

  private final double[] froms;
  private final double[] tos;
  private final WorkUnitState[] states;
  private final WorkUnitState otherwise;
  private final @Nullable WorkUnitState heldState;
  private final long holdMillis;

  private WorkUnitState state = NOT_OBSERVED;
  private long since = NONE;
  private long pendingSince = NONE;

  /** A mapper that has seen nothing yet. */
  public StateMapper(StateRule rule) {
    Table table = Table.of(rule);
    this.froms = table.froms;
    this.tos = table.tos;
    this.states = table.states;
    this.otherwise = table.otherwise;
    this.heldState = rule instanceof StateRule.Below below ? below.whenBelow() : null;
    this.holdMillis = rule instanceof StateRule.Below below ? below.holdMillis() : 0;
  }

  /**
   * Takes a sample.
   *
   * @param timeMillis its source time, milliseconds since 1970; not before the last one
   * @param value a Boolean as 0 or 1; NaN and infinities mean that the state is not observed
   * @return whether the state changed; if so {@link #state()} and {@link #since()} say to what and
   *     since when
   */
  public boolean step(long timeMillis, double value) {
    if (!Double.isFinite(value)) {
      return bad(timeMillis);
    }
    WorkUnitState next = lookUp(value);
    if (next == heldState && holdMillis > 0) {
      if (state == next) {
        return false;
      }
      if (pendingSince == NONE) {
        pendingSince = timeMillis;
      }
      // A unit that has never been seen running stands as far as anyone knows.
      return state == NOT_OBSERVED ? change(next, timeMillis) : tick(timeMillis);
    }
    pendingSince = NONE;
    return change(next, timeMillis);
  }

  /**
   * Tells the time when no sample comes, so that a value that stays below the threshold is noticed
   * without being sent again.
   *
   * @return whether the state changed
   */
  public boolean tick(long nowMillis) {
    if (heldState == null || pendingSince == NONE || nowMillis - pendingSince < holdMillis) {
      return false;
    }
    long began = pendingSince;
    pendingSince = NONE;
    return change(heldState, began);
  }

  /** The tag's quality turned bad or its device died: from now on nothing is observed. */
  public boolean bad(long timeMillis) {
    // What was pending had begun while the value was still seen.
    pendingSince = NONE;
    return change(NOT_OBSERVED, timeMillis);
  }

  /** The state as last decided. */
  public WorkUnitState state() {
    return state;
  }

  /** When that state began, milliseconds since 1970; it may lie before the sample that decided. */
  public long since() {
    return since;
  }

  private boolean change(WorkUnitState next, long at) {
    if (next == state) {
      return false;
    }
    state = next;
    since = at;
    return true;
  }

  private WorkUnitState lookUp(double value) {
    for (int i = 0; i < states.length; i++) {
      if (value >= froms[i] && value < tos[i]) {
        return states[i];
      }
    }
    return otherwise;
  }

  /** A rule as ranges of numbers, the one form the step function knows. */
  private static final class Table {
    private double[] froms = new double[0];
    private double[] tos = new double[0];
    private WorkUnitState[] states = new WorkUnitState[0];
    private WorkUnitState otherwise = NOT_OBSERVED;

    static Table of(StateRule rule) {
      Table table = new Table();
      switch (rule) {
        case StateRule.PackMl packMl -> {
          for (int code = 1; code <= 17; code++) {
            table.exactly(
                code, packMl.overrides().getOrDefault(code, StateRule.PackMl.usual(code)));
          }
        }
        case StateRule.Below below -> {
          table.add(Double.NEGATIVE_INFINITY, below.threshold(), below.whenBelow());
          table.otherwise = WorkUnitState.RUNNING;
        }
        case StateRule.EqualTo equal -> {
          table.exactly(equal.value(), equal.whenEqual());
          table.otherwise = equal.otherwise();
        }
        case StateRule.Flag flag -> {
          table.exactly(0, flag.whenFalse());
          table.otherwise = flag.whenTrue();
        }
        case StateRule.Codes codes -> {
          codes.states().forEach((code, state) -> table.exactly(code, state));
          table.otherwise = codes.otherwise();
        }
        case StateRule.Ranges ranges -> {
          ranges.ranges().forEach(range -> table.add(range.from(), range.to(), range.state()));
          table.otherwise = ranges.otherwise();
        }
      }
      return table;
    }

    private void exactly(double value, WorkUnitState state) {
      add(value, Math.nextUp(value), state);
    }

    private void add(double from, double to, WorkUnitState state) {
      int n = states.length;
      froms = Arrays.copyOf(froms, n + 1);
      tos = Arrays.copyOf(tos, n + 1);
      states = Arrays.copyOf(states, n + 1);
      froms[n] = from;
      tos[n] = to;
      states[n] = state;
    }
  }
}
