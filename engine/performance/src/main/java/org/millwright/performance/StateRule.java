// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import java.util.List;
import java.util.Map;

/**
 * How the values of one tag tell the state of a work unit; data, turned into a {@link StateMapper}.
 */
public sealed interface StateRule {

  /**
   * The tag is PackML's StateCurrent, 1 to 17 (ISA-TR88.00.02).
   *
   * @param overrides states that this machine books otherwise than {@link PackMl#usual}
   */
  record PackMl(Map<Integer, WorkUnitState> overrides) implements StateRule {

    public PackMl {
      overrides = Map.copyOf(overrides);
      for (int code : overrides.keySet()) {
        if (code < 1 || code > 17) {
          throw new IllegalArgumentException("PackML's StateCurrent is 1 to 17, not " + code);
        }
      }
    }

    /**
     * What a PackML state usually means for the time model. Held is an inner cause and needs a
     * reason, suspended is an outer one: nothing comes or nothing goes; the machine rarely says
     * which, so starved unless overridden.
     *
     * @param stateCurrent 1 to 17; anything else is not observed
     */
    public static WorkUnitState usual(int stateCurrent) {
      return switch (stateCurrent) {
        case 6, 16 -> WorkUnitState.RUNNING; // Execute, Completing
        case 3, 15 -> WorkUnitState.SETUP; // Starting, Resetting
        case 4, 17 -> WorkUnitState.IDLE; // Idle, Complete
        case 5, 13, 14 -> WorkUnitState.STARVED; // Suspended, Suspending, Unsuspending
        case 8, 9, 1 -> WorkUnitState.BREAKDOWN; // Aborting, Aborted, Clearing
        case 2, 7, 10, 11, 12 -> WorkUnitState.UNCLASSIFIED; // Stopped, Stopping, Hold…
        default -> WorkUnitState.NOT_OBSERVED;
      };
    }
  }

  /**
   * A speed: below a threshold for long enough the unit stands, since it fell below; otherwise it
   * runs.
   *
   * @param threshold in the tag's unit; a value equal to it runs
   * @param holdMillis how long the value must stay below, 0 for at once
   * @param whenBelow the state of standing
   */
  record Below(double threshold, long holdMillis, WorkUnitState whenBelow) implements StateRule {}

  /** One value means one state, every other value another. */
  record EqualTo(double value, WorkUnitState whenEqual, WorkUnitState otherwise)
      implements StateRule {}

  /** A Boolean tag; any number other than 0 is true. */
  record Flag(WorkUnitState whenTrue, WorkUnitState whenFalse) implements StateRule {}

  /** The maker's own state codes; a code not listed means {@code otherwise}. */
  record Codes(Map<Integer, WorkUnitState> states, WorkUnitState otherwise) implements StateRule {
    public Codes {
      states = Map.copyOf(states);
    }
  }

  /** Ranges of a number; the first that holds counts. */
  record Ranges(List<Range> ranges, WorkUnitState otherwise) implements StateRule {
    public Ranges {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * A half-open range of a number.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record Range(double from, double to, WorkUnitState state) {}
}
