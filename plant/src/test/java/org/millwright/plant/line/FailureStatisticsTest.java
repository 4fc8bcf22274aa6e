// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.plant.archetype.PhysicsSpec.Kind;
import org.millwright.plant.archetype.PhysicsSpec.Shape;

class FailureStatisticsTest {

  private static final double HOURS = 2_000;

  /** Time in Execute, and in the state where repair happens, with the number of repairs. */
  private static final class Clock implements LineListener {

    private final PackMlState repairState;
    private double runningSeconds;
    private double repairSeconds;
    private int repairs;
    private double since;

    Clock(PackMlState repairState) {
      this.repairState = repairState;
    }

    @Override
    public void stateChanged(LineEvent event) {
      double spent = event.seconds() - since;
      since = event.seconds();
      runningSeconds += event.from() == PackMlState.EXECUTE ? spent : 0;
      repairSeconds += event.from() == repairState ? spent : 0;
      repairs += event.from() == repairState ? 1 : 0;
    }
  }

  // About 3,600 failures: the standard error of an exponential mean is 1.7 %, so 5 % is three of
  // them.
  @ParameterizedTest
  @CsvSource({
    "breakdown, 30, 3, exponential, 11",
    "breakdown, 30, 3, lognormal, 12",
    "minor, 10, 0.5, exponential, 13"
  })
  void machinesFailAndAreRepairedAsOftenAndAsLongAsTheirFigures(
      Kind kind, double mtbfMinutes, double mttrMinutes, Shape shape, long seed) {
    Clock clock = new Clock(kind == Kind.breakdown ? PackMlState.ABORTED : PackMlState.HELD);
    Line line =
        SmallLines.start(
            SmallLines.line(
                1e12, List.of(SmallLines.failure(kind, mtbfMinutes, mttrMinutes, shape))),
            seed,
            clock);

    Days.run(line, HOURS);

    assertThat(clock.runningSeconds / clock.repairs / 60)
        .isCloseTo(mtbfMinutes, withinPercentage(5));
    assertThat(clock.repairSeconds / clock.repairs / 60)
        .isCloseTo(mttrMinutes, withinPercentage(5));
  }
}
