// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CounterTrackerTest {

  @Test
  void firstReadingIsTheBaseAndWorthNothing() {
    CounterTracker tracker = new CounterTracker(0, 0);
    assertThat(tracker.step(0, 1_000_000)).isZero();
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.FIRST);
    assertThat(tracker.step(1, 1_000_003)).isEqualTo(3);
  }

  @Property(tries = 200)
  void aWrappingCounterLosesNothing(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1000) Integer> increments) {
    CounterTracker tracker = new CounterTracker(65_535, 2_000);
    long raw = 64_000;
    tracker.step(0, raw);
    long time = 0;
    for (int increment : increments) {
      time += 1_000;
      raw = (raw + increment) % 65_536;
      assertThat(tracker.step(time, raw)).isEqualTo(increment);
    }
    assertThat(tracker.implausibleReadings()).isZero();
  }

  @Test
  void aCounterSetBackToZeroCountsFromThere() {
    CounterTracker tracker = new CounterTracker(65_535, 10);
    tracker.step(0, 500);
    assertThat(tracker.step(1_000, 4)).isEqualTo(4);
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.RESET);
  }

  @Test
  void withoutARateACounterWrapsOnlyFromNearItsEndToNearItsBeginning() {
    CounterTracker tracker = new CounterTracker(999, 0);
    tracker.step(0, 990);
    assertThat(tracker.step(1, 5)).isEqualTo(15);
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.WRAPPED);
    tracker.step(2, 600);
    assertThat(tracker.step(3, 5)).isEqualTo(5);
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.RESET);
  }

  @Test
  void anImplausibleJumpIsFlaggedAndNotCounted() {
    CounterTracker tracker = new CounterTracker(0, 10);
    tracker.step(0, 100);
    assertThat(tracker.step(1_000, 900_000)).isZero();
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.IMPLAUSIBLE);
    assertThat(tracker.implausibleReadings()).isEqualTo(1);
    assertThat(tracker.step(2_000, 900_007)).isEqualTo(7);
    assertThat(tracker.step(1_500, 900_009)).isZero();
    assertThat(tracker.verdict()).isEqualTo(CounterTracker.Verdict.IGNORED);
    assertThat(tracker.step(3_000, -4)).isZero();
    assertThat(tracker.step(3_000, 900_009)).isEqualTo(2);
  }
}
