// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateMapperTest {

  @Test
  void standsSinceItFellBelowOnceItHasBeenBelowLongEnough() {
    StateMapper mapper =
        new StateMapper(new StateRule.Below(10, 5_000, WorkUnitState.UNCLASSIFIED));
    assertThat(mapper.step(0, 80)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    assertThat(mapper.step(1_000, 2)).isFalse();
    assertThat(mapper.step(5_999, 2)).isFalse();
    assertThat(mapper.tick(6_000)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.UNCLASSIFIED);
    assertThat(mapper.since()).isEqualTo(1_000);
    assertThat(mapper.step(7_000, 10)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    assertThat(mapper.since()).isEqualTo(7_000);
  }

  @Test
  void aDipShorterThanTheHoldIsNoStop() {
    StateMapper mapper =
        new StateMapper(new StateRule.Below(10, 5_000, WorkUnitState.UNCLASSIFIED));
    mapper.step(0, 80);
    assertThat(mapper.step(1_000, 0)).isFalse();
    assertThat(mapper.step(5_000, 50)).isFalse();
    assertThat(mapper.step(5_500, 0)).isFalse();
    assertThat(mapper.tick(10_499)).isFalse();
    assertThat(mapper.tick(10_500)).isTrue();
    assertThat(mapper.since()).isEqualTo(5_500);
  }

  @Test
  void everyPackMlStateMeansSomethingAndNoOtherNumberDoes() {
    StateMapper mapper = new StateMapper(new StateRule.PackMl(Map.of(5, WorkUnitState.BLOCKED)));
    for (int code = 1; code <= 17; code++) {
      mapper.step(code, code);
      assertThat(mapper.state())
          .isEqualTo(code == 5 ? WorkUnitState.BLOCKED : StateRule.PackMl.usual(code))
          .isNotEqualTo(WorkUnitState.NOT_OBSERVED);
    }
    assertThat(mapper.step(20, 18)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
  }

  @Test
  void badQualityNanAndInfinityAreNotObservedAndNeverRunning() {
    StateMapper mapper =
        new StateMapper(new StateRule.Flag(WorkUnitState.RUNNING, WorkUnitState.IDLE));
    mapper.step(0, 1);
    assertThat(mapper.step(1, Double.NaN)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
    mapper.step(2, 1);
    assertThat(mapper.step(3, Double.POSITIVE_INFINITY)).isTrue();
    mapper.step(4, 0);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.IDLE);
    assertThat(mapper.bad(5)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
  }

  @Test
  void mapsEqualityCodesAndRanges() {
    StateMapper equal =
        new StateMapper(new StateRule.EqualTo(3, WorkUnitState.RUNNING, WorkUnitState.IDLE));
    equal.step(0, 3);
    assertThat(equal.state()).isEqualTo(WorkUnitState.RUNNING);
    equal.step(1, 3.0001);
    assertThat(equal.state()).isEqualTo(WorkUnitState.IDLE);
    StateMapper codes =
        new StateMapper(
            new StateRule.Codes(
                Map.of(-1, WorkUnitState.BREAKDOWN, 7, WorkUnitState.SETUP),
                WorkUnitState.UNCLASSIFIED));
    codes.step(0, -1);
    assertThat(codes.state()).isEqualTo(WorkUnitState.BREAKDOWN);
    codes.step(1, 8);
    assertThat(codes.state()).isEqualTo(WorkUnitState.UNCLASSIFIED);
    StateMapper ranges =
        new StateMapper(
            new StateRule.Ranges(
                List.of(
                    new StateRule.Range(0, 10, WorkUnitState.IDLE),
                    new StateRule.Range(10, 50, WorkUnitState.SETUP)),
                WorkUnitState.RUNNING));
    ranges.step(0, 10);
    assertThat(ranges.state()).isEqualTo(WorkUnitState.SETUP);
    ranges.step(1, 50);
    assertThat(ranges.state()).isEqualTo(WorkUnitState.RUNNING);
  }

  @Property(tries = 200)
  void repeatingASampleNeverChangesTheState(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 20) Integer> speeds) {
    StateRule rule = new StateRule.Below(10, 3, WorkUnitState.UNCLASSIFIED);
    StateMapper once = new StateMapper(rule);
    StateMapper twice = new StateMapper(rule);
    long time = 0;
    for (int speed : speeds) {
      time++;
      once.step(time, speed);
      twice.step(time, speed);
      twice.step(time, speed);
      assertThat(twice.state()).isEqualTo(once.state());
      assertThat(twice.since()).isEqualTo(once.since());
    }
  }
}
