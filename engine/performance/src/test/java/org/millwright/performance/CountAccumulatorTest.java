// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.millwright.model.Period;
import org.millwright.performance.CountAccumulator.Counter;

class CountAccumulatorTest {

  private final List<CountRecord> records = new ArrayList<>();

  private CountAccumulator accumulator(boolean total, boolean good) {
    records.clear();
    return new CountAccumulator(
        60_000,
        total,
        good,
        (from, to, product, all, ok, scrap, rework) ->
            records.add(
                new CountRecord(
                    0,
                    "u",
                    Period.ofMillis(from, to),
                    product,
                    all,
                    ok,
                    scrap,
                    rework,
                    Source.MACHINE)));
  }

  @Property(tries = 200)
  void losesNoItemAndNeverCrossesASliceOrAProduct(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40_000) Integer> steps) {
    CountAccumulator counts = accumulator(true, false);
    long time = 1_000_000;
    long total = 0;
    long scrap = 0;
    for (int i = 0; i < steps.size(); i++) {
      time += steps.get(i);
      counts.product(time, "p" + i / 10);
      counts.add(time, Counter.TOTAL, 3);
      total += 3;
      if (i % 4 == 0) {
        counts.add(time, Counter.SCRAP, 1);
        scrap++;
      }
    }
    counts.flush(time);
    assertThat(records.stream().mapToLong(CountRecord::total).sum()).isEqualTo(total);
    assertThat(records.stream().mapToLong(CountRecord::scrap).sum()).isEqualTo(scrap);
    for (CountRecord each : records) {
      long start = each.period().start().toEpochMilli();
      long end = each.period().end().toEpochMilli();
      assertThat((end - 1) / 60_000).isEqualTo(start / 60_000);
    }
  }

  @Test
  void missingCountersFollowFromThoseTheMachineHas() {
    CountAccumulator totalAndGood = accumulator(true, true);
    totalAndGood.add(1, Counter.TOTAL, 10);
    totalAndGood.add(1, Counter.GOOD, 8);
    totalAndGood.flush(2);
    assertThat(records.getFirst().good()).isEqualTo(8);
    assertThat(records.getFirst().scrap()).isEqualTo(2);

    CountAccumulator goodAndScrap = accumulator(false, true);
    goodAndScrap.add(1, Counter.GOOD, 8);
    goodAndScrap.add(1, Counter.SCRAP, 2);
    goodAndScrap.flush(2);
    assertThat(records.getFirst().total()).isEqualTo(10);

    CountAccumulator totalAndRework = accumulator(true, false);
    totalAndRework.add(1, Counter.TOTAL, 10);
    totalAndRework.add(1, Counter.REWORK, 1);
    totalAndRework.flush(2);
    assertThat(records.getFirst().good()).isEqualTo(9);
    assertThat(records.getFirst().total()).isEqualTo(10);
  }
}
