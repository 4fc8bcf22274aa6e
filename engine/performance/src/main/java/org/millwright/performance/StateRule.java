// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/**
 * How the values of one property tell the state of a work unit. A unit has a list of rules; the
 * first that holds decides, see {@link StateMapper}.
 *
 * @param property index of the property that is looked at
 * @param test how it is looked at; a Boolean counts as 0 or 1
 * @param low threshold, or lower bound of {@link Test#BETWEEN}; NaN for {@link Test#PACKML}
 * @param high upper bound of {@link Test#BETWEEN}, else NaN
 * @param holdMillis the test has to hold this long before it counts, and then since it began
 * @param state the state that results; of no meaning for {@link Test#PACKML}, which maps by itself
 */
public record StateRule(
    int property, Test test, double low, double high, long holdMillis, WorkUnitState state) {

  /** Ways to look at a value. */
  public enum Test {
    /** The value is PackML's StateCurrent, 1 to 17 (ISA-TR88.00.02). */
    PACKML,
    BELOW,
    ABOVE,
    EQUALS,
    /** Both bounds included. */
    BETWEEN
  }

  public StateRule {
    if (property < 0 || holdMillis < 0) {
      throw new IllegalArgumentException("a rule looks at a property for at least no time");
    }
  }

  /** The property is PackML's StateCurrent. */
  public static StateRule packMl(int property) {
    return new StateRule(
        property, Test.PACKML, Double.NaN, Double.NaN, 0, WorkUnitState.NOT_OBSERVED);
  }

  /** The property is below a threshold for long enough. */
  public static StateRule below(
      int property, double threshold, long holdMillis, WorkUnitState state) {
    return new StateRule(property, Test.BELOW, threshold, Double.NaN, holdMillis, state);
  }

  /** The property has a value. */
  public static StateRule equalTo(int property, double value, WorkUnitState state) {
    return new StateRule(property, Test.EQUALS, value, Double.NaN, 0, state);
  }

  boolean holds(double value) {
    return switch (test) {
      case PACKML -> usual(value) != WorkUnitState.NOT_OBSERVED;
      case BELOW -> value < low;
      case ABOVE -> value > low;
      case EQUALS -> value == low;
      case BETWEEN -> value >= low && value <= high;
    };
  }

  WorkUnitState stateAt(double value) {
    return test == Test.PACKML ? usual(value) : state;
  }

  /**
   * What a PackML state usually means for the time model. Held is an inner cause and needs a
   * reason; suspended is an outer one, nothing comes or nothing goes: starved unless the machine
   * gives the reason.
   *
   * @param stateCurrent 1 to 17; anything else is not observed
   */
  public static WorkUnitState usual(double stateCurrent) {
    int code = (int) stateCurrent;
    if (code != stateCurrent) {
      return WorkUnitState.NOT_OBSERVED;
    }
    return switch (code) {
      case 6, 16 -> WorkUnitState.RUNNING; // Execute, Completing
      case 3, 15 -> WorkUnitState.SETUP; // Starting, Resetting
      case 4, 17 -> WorkUnitState.IDLE; // Idle, Complete
      case 5, 13, 14 -> WorkUnitState.STARVED; // Suspended, Suspending, Unsuspending
      case 1, 8, 9 -> WorkUnitState.BREAKDOWN; // Clearing, Aborting, Aborted
      case 2, 7, 10, 11, 12 -> WorkUnitState.UNCLASSIFIED; // Stopped, Stopping, Holding, Held…
      default -> WorkUnitState.NOT_OBSERVED;
    };
  }
}
