// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateMapperTest {

  private static final int SPEED = 0;
  private static final int CODE = 1;
  private static final StateRule SLOW =
      StateRule.below(SPEED, 10, 5_000, WorkUnitState.UNCLASSIFIED);

  private static StateMapper mapper(StateRule... rules) {
    return new StateMapper(List.of(rules), 2);
  }

  @Test
  void standsSinceItFellBelowOnceItHasBeenBelowLongEnough() {
    StateMapper mapper = mapper(SLOW);
    assertThat(mapper.step(SPEED, 0, 80)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    assertThat(mapper.step(SPEED, 1_000, 2)).isFalse();
    assertThat(mapper.step(SPEED, 5_999, 3)).isFalse();
    assertThat(mapper.tick(6_000)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.UNCLASSIFIED);
    assertThat(mapper.since()).isEqualTo(1_000);
    assertThat(mapper.step(SPEED, 7_000, 10)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    assertThat(mapper.since()).isEqualTo(7_000);
  }

  @Test
  void aDipShorterThanTheHoldIsNoStop() {
    StateMapper mapper = mapper(SLOW);
    mapper.step(SPEED, 0, 80);
    assertThat(mapper.step(SPEED, 1_000, 0)).isFalse();
    assertThat(mapper.step(SPEED, 5_000, 50)).isFalse();
    assertThat(mapper.step(SPEED, 5_500, 0)).isFalse();
    assertThat(mapper.tick(10_499)).isFalse();
    assertThat(mapper.tick(10_500)).isTrue();
    assertThat(mapper.since()).isEqualTo(5_500);
  }

  @Test
  void aUnitFirstSeenStandingStandsAtOnce() {
    StateMapper mapper = mapper(SLOW);
    assertThat(mapper.step(SPEED, 0, 0)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.UNCLASSIFIED);
    assertThat(mapper.step(SPEED, 1_000, 1)).isFalse();
    assertThat(mapper.step(SPEED, 2_000, 20)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
  }

  @Test
  void everyPackMlStateMeansSomethingAndNoOtherNumberDoes() {
    StateMapper mapper = mapper(StateRule.packMl(CODE));
    for (int code = 1; code <= 17; code++) {
      mapper.step(CODE, code, code);
      assertThat(mapper.state())
          .isEqualTo(StateRule.usual(code))
          .isNotEqualTo(WorkUnitState.NOT_OBSERVED);
    }
    assertThat(mapper.step(CODE, 20, 18)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
    mapper.step(CODE, 21, 6.5);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
  }

  @Test
  void theFirstRuleThatHoldsDecides() {
    StateMapper mapper = mapper(StateRule.equalTo(CODE, 2, WorkUnitState.PLANNED_STOP), SLOW);
    mapper.step(SPEED, 0, 80);
    mapper.step(CODE, 0, 1);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    mapper.step(SPEED, 1_000, 0);
    mapper.step(CODE, 2_000, 2);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.PLANNED_STOP);
    mapper.step(CODE, 9_000, 1);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.UNCLASSIFIED);
    assertThat(mapper.since()).isBetween(2_000L, 9_000L);
  }

  @Test
  void badQualityNanAndInfinityAreNotObservedAndNeverRunning() {
    StateMapper mapper = mapper(StateRule.equalTo(CODE, 0, WorkUnitState.IDLE));
    mapper.step(CODE, 0, 1);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    assertThat(mapper.step(CODE, 1, Double.NaN)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
    mapper.step(CODE, 2, 1);
    assertThat(mapper.step(CODE, 3, Double.POSITIVE_INFINITY)).isTrue();
    mapper.step(CODE, 4, 0);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.IDLE);
    assertThat(mapper.lost(CODE, 5)).isTrue();
    assertThat(mapper.state()).isEqualTo(WorkUnitState.NOT_OBSERVED);
  }

  @Test
  void comparesWithThresholdsAndRanges() {
    StateMapper mapper =
        mapper(
            new StateRule(SPEED, StateRule.Test.ABOVE, 100, Double.NaN, 0, WorkUnitState.BREAKDOWN),
            new StateRule(SPEED, StateRule.Test.BETWEEN, 10, 50, 0, WorkUnitState.SETUP));
    mapper.step(SPEED, 0, 101);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.BREAKDOWN);
    mapper.step(SPEED, 1, 100);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
    mapper.step(SPEED, 2, 50);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.SETUP);
    mapper.step(SPEED, 3, 9);
    assertThat(mapper.state()).isEqualTo(WorkUnitState.RUNNING);
  }

  @Property(tries = 200)
  void repeatingASampleNeverChangesTheState(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 20) Integer> speeds) {
    StateRule rule = StateRule.below(SPEED, 10, 3, WorkUnitState.UNCLASSIFIED);
    StateMapper once = mapper(rule);
    StateMapper twice = mapper(rule);
    long time = 0;
    for (int speed : speeds) {
      time++;
      once.step(SPEED, time, speed);
      twice.step(SPEED, time, speed);
      twice.step(SPEED, time, speed);
      assertThat(twice.state()).isEqualTo(once.state());
      assertThat(twice.since()).isEqualTo(once.since());
    }
  }

  @Test
  void allocatesNothingPerSample() {
    StateMapper mapper = mapper(StateRule.packMl(CODE), SLOW);
    CounterTracker counter = new CounterTracker(65_535, 2_000);
    CountAccumulator counts =
        new CountAccumulator(Long.MAX_VALUE / 2, true, false, (a, b, c, d, e, f, g) -> {});
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    steps(mapper, counter, counts, 0);
    long before = threads.getCurrentThreadAllocatedBytes();
    steps(mapper, counter, counts, 100_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(10_000);
  }

  private static void steps(
      StateMapper mapper, CounterTracker counter, CountAccumulator counts, long from) {
    for (long time = from; time < from + 100_000; time++) {
      mapper.step(CODE, time, 1 + time / 7 % 17);
      mapper.step(SPEED, time, time % 100);
      mapper.tick(time);
      counts.add(time, CountAccumulator.Counter.TOTAL, counter.step(time, time / 3 % 65_536));
    }
  }
}
