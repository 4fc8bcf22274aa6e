// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.Arrays;
import java.util.List;

/**
 * The step function of a list of {@link StateRule}s: fed with the samples of a work unit's
 * properties in order of time, it says when the state changes. Not thread-safe; allocates nothing
 * per sample.
 *
 * <p>The first rule that holds decides. When none does, the unit runs, provided a property that a
 * threshold looks at is observed; a number that PackML does not define is no reason to call a unit
 * running.
 */
public final class StateMapper {

  private static final long NONE = Long.MIN_VALUE;

  private final StateRule[] rules;
  private final long[] holdsSince;
  private final double[] values;
  private final boolean[] looksAt;
  private WorkUnitState state = WorkUnitState.NOT_OBSERVED;
  private long since = NONE;

  /**
   * A mapper that has seen nothing yet.
   *
   * @param rules in the order in which they are tried
   * @param properties how many properties the unit has
   */
  public StateMapper(List<StateRule> rules, int properties) {
    this.rules = rules.toArray(new StateRule[0]);
    this.holdsSince = new long[this.rules.length];
    Arrays.fill(holdsSince, NONE);
    this.values = new double[properties];
    Arrays.fill(values, Double.NaN);
    this.looksAt = new boolean[properties];
    for (StateRule rule : rules) {
      looksAt[rule.property()] = true;
    }
  }

  /** Whether a property has any say in the state. */
  public boolean looksAt(int property) {
    return looksAt[property];
  }

  /**
   * Takes a sample.
   *
   * @param property index of the property
   * @param timeMillis its source time, milliseconds since 1970; not before the last one
   * @param value a Boolean as 0 or 1; NaN and infinities mean that the property is not observed
   * @return whether the state changed; if so {@link #state()} and {@link #since()} say to what and
   *     since when
   */
  public boolean step(int property, long timeMillis, double value) {
    if (!looksAt[property]) {
      return false;
    }
    boolean observed = Double.isFinite(value);
    boolean same = values[property] == value;
    values[property] = observed ? value : Double.NaN;
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].property() == property) {
        boolean holds = observed && rules[i].holds(value);
        if (!holds) {
          holdsSince[i] = NONE;
        } else if (holdsSince[i] == NONE || (!same && rules[i].test() == StateRule.Test.PACKML)) {
          holdsSince[i] = timeMillis;
        }
      }
    }
    return decide(timeMillis);
  }

  /**
   * Tells the time when no sample comes, so that a value that stays below a threshold is noticed
   * without being sent again.
   *
   * @return whether the state changed
   */
  public boolean tick(long nowMillis) {
    for (int i = 0; i < rules.length; i++) {
      if (holdsSince[i] != NONE && rules[i].holdMillis() > 0) {
        return decide(nowMillis);
      }
    }
    return false;
  }

  /** A property's quality turned bad or its device died: from now on it is not observed. */
  public boolean lost(int property, long timeMillis) {
    return step(property, timeMillis, Double.NaN);
  }

  /** The state as last decided. */
  public WorkUnitState state() {
    return state;
  }

  /** When that state began, milliseconds since 1970; it may lie before the sample that decided. */
  public long since() {
    return since;
  }

  private boolean decide(long nowMillis) {
    int pending = -1;
    for (int i = 0; i < rules.length; i++) {
      if (holdsSince[i] == NONE) {
        continue;
      }
      if (nowMillis - holdsSince[i] >= rules[i].holdMillis()) {
        boolean waited = rules[i].holdMillis() > 0;
        // What held while another rule decided counts from where that one ended.
        return change(i, waited ? Math.max(holdsSince[i], since) : nowMillis);
      }
      pending = pending < 0 ? i : pending;
    }
    if (pending >= 0 && state == WorkUnitState.NOT_OBSERVED) {
      // A unit that has never been seen running stands as far as anyone knows.
      return change(pending, nowMillis);
    }
    if (pending >= 0 && state == rules[pending].state()) {
      return false;
    }
    return change(
        thresholdObserved() ? WorkUnitState.RUNNING : WorkUnitState.NOT_OBSERVED, nowMillis);
  }

  private boolean thresholdObserved() {
    for (StateRule rule : rules) {
      if (rule.test() != StateRule.Test.PACKML && !Double.isNaN(values[rule.property()])) {
        return true;
      }
    }
    return false;
  }

  private boolean change(int rule, long at) {
    return change(rules[rule].stateAt(values[rules[rule].property()]), at);
  }

  private boolean change(WorkUnitState next, long at) {
    if (next == state) {
      return false;
    }
    state = next;
    since = at;
    return true;
  }
}
