// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millwright.performance.Totals;
import org.millwright.server.historian.Trend;

class EnergyMetersTest {

  private static Trend.Series readings(Trend.@Nullable Held held, double... readings) {
    int size = readings.length;
    return new Trend.Series(
        1,
        new long[size],
        readings,
        readings,
        readings,
        readings,
        new long[size],
        new byte[size],
        held);
  }

  @Test
  void consumptionIsTheSumOfRisesFromTheReadingThatHeldWhenThePeriodBegan() {
    assertThat(EnergyMeters.rise(readings(new Trend.Held(0, 100, (byte) 0), 101, 103.5)))
        .hasValue(3.5);
    assertThat(EnergyMeters.rise(readings(null, 101, 103.5))).hasValue(2.5);
    assertThat(EnergyMeters.rise(readings(new Trend.Held(0, 100, (byte) 0)))).hasValue(0);
    assertThat(EnergyMeters.rise(readings(null))).isEmpty();
  }

  @Test
  void aMeterThatFallsBeganAgainAtZeroAndTimeNobodySawIsCountedThrough() {
    assertThat(EnergyMeters.rise(readings(null, 990, 999, 4, Double.NaN, 6))).hasValue(15);
  }

  @Test
  void aKpiWithoutItsInputNamesIt() {
    KpiView without = comprehensive(new KpiViews());
    assertThat(without.value()).isNull();
    assertThat(without.inputs())
        .filteredOn(input -> input.value() == null)
        .extracting(KpiView.Input::symbol, input -> input.name().zh())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ENERGY", "能源消耗"));
    KpiView with = comprehensive(new KpiViews().consuming(OptionalDouble.of(12)));
    assertThat(with.inputs())
        .filteredOn(input -> input.symbol().equals("ENERGY"))
        .extracting(KpiView.Input::value)
        .containsExactly(12.0);
  }

  private static KpiView comprehensive(KpiViews views) {
    return views.of(Totals.ZERO, null, "COMPREHENSIVE_ENERGY").getFirst();
  }
}
