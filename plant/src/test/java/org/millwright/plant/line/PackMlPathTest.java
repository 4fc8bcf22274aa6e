// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.plant.line.PackMlState.*;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millwright.plant.archetype.Archetype;

/** The transitions of ISA TR88.00.02-2015, figure of the base state model. */
class PackMlPathTest {

  private static boolean allowed(PackMlState from, PackMlState to) {
    if (to == ABORTING) {
      return from != ABORTING && from != ABORTED;
    }
    if (to == STOPPING) {
      return !EnumSet.of(STOPPED, STOPPING, CLEARING, ABORTING, ABORTED).contains(from);
    }
    return switch (from) {
      case STOPPED, COMPLETE -> to == RESETTING;
      case RESETTING -> to == IDLE;
      case IDLE -> to == STARTING;
      case STARTING, UNHOLDING, UNSUSPENDING -> to == EXECUTE;
      case EXECUTE -> to == COMPLETING || to == HOLDING || to == SUSPENDING;
      case COMPLETING -> to == COMPLETE;
      case HOLDING -> to == HELD;
      case HELD -> to == UNHOLDING;
      case SUSPENDING -> to == SUSPENDED;
      case SUSPENDED -> to == UNSUSPENDING;
      case ABORTING -> to == ABORTED;
      case ABORTED -> to == CLEARING;
      case CLEARING, STOPPING -> to == STOPPED;
    };
  }

  @Test
  void machinesGoThroughPackMlOnlyAsItsStateModelAllows() {
    Set<PackMlState> seen = EnumSet.noneOf(PackMlState.class);
    for (Archetype archetype : Days.ARCHETYPES.archetypes()) {
      Map<String, PackMlState> last = new HashMap<>();
      LineListener check =
          event -> {
            assertThat(event.from())
                .isEqualTo(last.getOrDefault(event.machine(), PackMlState.EXECUTE));
            assertThat(allowed(event.from(), event.to())).as("%s", event).isTrue();
            last.put(event.machine(), event.to());
            seen.add(event.to());
          };
      Days.run(Days.line(archetype, 21, check), 48);
    }
    assertThat(seen).containsExactlyInAnyOrder(PackMlState.values());
  }

  @Test
  void stateNumbersAreThoseOfStateCurrent() {
    assertThat(EXECUTE.code()).isEqualTo(6);
    assertThat(ABORTED.code()).isEqualTo(9);
    assertThat(HELD.code()).isEqualTo(11);
    assertThat(COMPLETE.code()).isEqualTo(17);
  }
}
