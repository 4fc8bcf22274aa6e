// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftTest {

  @Test
  void theNightShiftOfTheDayBeforeRunsUntilEightInTheMorning() {
    Instant morning = Instant.parse("2026-03-03T07:59:59+08:00");

    assertThat(Days.SHIFTS.number(morning)).isEqualTo(2);
    assertThat(Days.SHIFTS.begin(morning)).isEqualTo(Instant.parse("2026-03-02T20:00:00+08:00"));
    assertThat(Days.SHIFTS.next(morning)).isEqualTo(Instant.parse("2026-03-03T08:00:00+08:00"));
    assertThat(Days.SHIFTS.number(morning.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void shiftCountersBeginAgainAndPlannedStopsHappenOncePerShift() {
    List<LineEvent> stops = new ArrayList<>();
    Line line =
        Days.line(
            "frozen-food-line",
            4,
            event -> {
              if (event.to() == PackMlState.STOPPING) {
                stops.add(event);
              }
            });

    Days.run(line, 7.99);
    Machine former = line.machines().getFirst();
    assertThat(former.tally().goodThisShift()).isEqualTo(former.tally().good());
    Days.run(line, 0.05);
    assertThat(former.tally().goodThisShift()).isLessThan(1000);
    assertThat(former.tally().good()).isGreaterThan(50_000);
    Days.run(line, 15);

    // 08:00 and 20:00, five machines.
    assertThat(stops).hasSize(10).allMatch(event -> event.reason() == 50);
  }
}
