// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.model.Period;
import org.millwright.model.PeriodSet;

/** The example of the module's README. */
class WorkedExampleTest {

  @Test
  void theReadmeIsRight() {
    StateLedger ledger = new StateLedger("filler");
    ledger.add(change(1, "08:00", WorkUnitState.SETUP));
    ledger.add(change(2, "08:20", WorkUnitState.RUNNING));
    ledger.add(change(3, "10:00", WorkUnitState.BREAKDOWN));
    ledger.add(change(4, "10:40", WorkUnitState.RUNNING));
    ledger.add(change(5, "12:00", WorkUnitState.PLANNED_STOP));
    ledger.add(change(6, "12:30", WorkUnitState.RUNNING));
    Period shift = new Period(at("08:00"), at("16:00"));
    List<StateInterval> booked =
        Bookings.book(
            ledger.intervals(shift, at("16:00")), List.of(), Duration.ofMinutes(5), at("16:00"));
    CountRecord count =
        new CountRecord(
            1,
            "filler",
            new Period(at("08:20"), at("16:00")),
            "1L",
            2_000,
            1_950,
            50,
            0,
            Source.MACHINE);
    PeriodSet planned = PeriodSet.of(shift);
    Totals totals =
        new Assessment(
                "filler",
                shift,
                booked,
                List.of(count),
                planned,
                planned,
                IdealCycles.always(10),
                Duration.ZERO)
            .totals();
    Elements elements = Elements.of(totals, Unobserved.LEFT_OUT);

    assertThat(elements.get(Element.PBT)).hasValue(27_000);
    assertThat(elements.get(Element.APT)).hasValue(23_400);
    assertThat(value("AVAILABILITY", elements)).isCloseTo(0.8667, within(5e-5));
    assertThat(value("EFFECTIVENESS", elements)).isCloseTo(0.8547, within(5e-5));
    assertThat(value("QUALITY_RATIO", elements)).isCloseTo(0.9750, within(5e-5));
    assertThat(value("OEE", elements)).isCloseTo(0.7222, within(5e-5));
    Waterfall waterfall = Waterfall.of(totals);
    assertThat(waterfall.seconds(Waterfall.Step.CALENDAR_TIME)).isEqualTo(28_800);
    assertThat(waterfall.seconds(Waterfall.Step.PLANNED_STOP)).isEqualTo(1_800);
    assertThat(waterfall.seconds(Waterfall.Step.BREAKDOWN)).isEqualTo(2_400);
    assertThat(waterfall.seconds(Waterfall.Step.SETUP)).isEqualTo(1_200);
    assertThat(waterfall.seconds(Waterfall.Step.REDUCED_SPEED)).isEqualTo(3_400);
    assertThat(waterfall.seconds(Waterfall.Step.PRODUCTION_REJECT)).isEqualTo(500);
    assertThat(waterfall.seconds(Waterfall.Step.GOOD_PRODUCTION)).isEqualTo(19_500);
    assertThat(waterfall.greatest(2))
        .containsExactly(SixBigLoss.REDUCED_SPEED, SixBigLoss.BREAKDOWN);
  }

  private static double value(String id, Elements elements) {
    return KpiCatalogue.find(id).orElseThrow().value(elements).orElseThrow();
  }

  private static StateChange change(long id, String time, WorkUnitState state) {
    return new StateChange(id, at(time), state, "", "1L", Source.MACHINE);
  }

  private static Instant at(String time) {
    return LocalDate.of(2026, 3, 2)
        .atTime(LocalTime.parse(time))
        .atZone(ZoneId.of("Asia/Shanghai"))
        .toInstant();
  }
}
