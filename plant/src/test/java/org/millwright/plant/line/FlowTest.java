// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.plant.archetype.PhysicsSpec.FailureSpec;
import org.millwright.plant.archetype.PhysicsSpec.Kind;
import org.millwright.plant.archetype.PhysicsSpec.Shape;

class FlowTest {

  private static final List<FailureSpec> SOUND = List.of();
  // Fails within a few running minutes and is never repaired within the test.
  private static final List<FailureSpec> DOOMED =
      List.of(SmallLines.failure(Kind.breakdown, 1, 1e9, Shape.lognormal));

  @Test
  void aMachineBeforeABrokenOneFillsTheBufferAndIsThenBlocked() {
    Line line = SmallLines.start(SmallLines.line(1e12, SOUND, DOOMED), 5, LineListener.NONE);

    Days.run(line, 1);

    Machine upstream = line.machines().getFirst();
    Machine broken = line.machines().get(1);
    assertThat(broken.state()).isEqualTo(PackMlState.ABORTED);
    assertThat(broken.reason()).isEqualTo(20);
    assertThat(broken.buffer().level()).isEqualTo(SmallLines.BUFFER);
    assertThat(upstream.state()).isEqualTo(PackMlState.SUSPENDED);
    assertThat(upstream.reason()).isEqualTo(StopCause.BLOCKED);
    assertThat(upstream.speed()).isZero();
  }

  @Test
  void aMachineBehindABrokenOneEmptiesTheBufferAndIsThenStarved() {
    Line line = SmallLines.start(SmallLines.line(1e12, DOOMED, SOUND), 5, LineListener.NONE);

    Days.run(line, 1);

    Machine downstream = line.machines().get(1);
    assertThat(line.machines().getFirst().state()).isEqualTo(PackMlState.ABORTED);
    assertThat(downstream.buffer().level()).isZero();
    assertThat(downstream.state()).isEqualTo(PackMlState.SUSPENDED);
    assertThat(downstream.reason()).isEqualTo(StopCause.STARVED);
  }

  @Test
  void aBufferLetsTheMachineBehindRunOnThroughAShortStop() {
    // 20 pieces at 60 a minute bridge 20 s; a hold takes about 3 s, and rejects eat 5 pieces.
    FailureSpec brief = SmallLines.failure(Kind.minor, 6, 0.02, Shape.lognormal);
    List<LineEvent> events = new ArrayList<>();
    Line line = SmallLines.start(SmallLines.line(1e12, List.of(brief), SOUND), 9, events::add);

    Days.run(line, 8.0 / 60);

    assertThat(events).anyMatch(event -> event.machine().equals("m0"));
    assertThat(events).noneMatch(event -> event.machine().equals("m1"));
  }

  @Test
  void theMachineBehindChangesOverOnlyWhenTheOldProductHasLeftTheBuffer() {
    Line line = SmallLines.start(SmallLines.line(600, SOUND, SOUND), 3, LineListener.NONE);
    int changes = 0;
    String before = "A";

    for (int second = 0; second < 7200; second++) {
      line.step();
      Machine first = line.machines().getFirst();
      Machine second1 = line.machines().get(1);
      if (first.productIndex() != second1.productIndex()) {
        // Nothing of the new product may enter before the old one is out.
        assertThat(second1.buffer().room(first.productIndex())).isZero();
      }
      if (!second1.product().code().equals(before)) {
        assertThat(second1.buffer().level()).isZero();
        before = second1.product().code();
        changes++;
      }
    }

    assertThat(changes).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aLowerSetPointMakesFewerPiecesAndAnAbsurdOneIsCut() {
    Line full = SmallLines.start(SmallLines.line(1e12, SOUND), 3, LineListener.NONE);
    Line half = SmallLines.start(SmallLines.line(1e12, SOUND), 3, LineListener.NONE);
    SpeedControl speed = half.machines().getFirst().speedControl();

    assertThat(speed.setSetpoint(1e9)).isEqualTo(66);
    assertThat(speed.setSetpoint(30)).isEqualTo(30);
    Days.run(full, 2);
    Days.run(half, 2);

    assertThat(full.machines().getFirst().total()).isCloseTo(7200, withinPercentage(0.1));
    assertThat(half.machines().getFirst().total()).isCloseTo(3600, withinPercentage(0.1));
  }

  @Test
  void electricityIsBasePowerAlwaysAndRunningPowerWhileRunning() {
    Line line = SmallLines.start(SmallLines.line(1e12, SOUND), 3, LineListener.NONE);

    Days.run(line, 10);

    assertThat(line.machines().getFirst().tally().electricityKwh())
        .isCloseTo(110, withinPercentage(0.1));
  }
}
