// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.millwright.model.Period;
import org.millwright.model.PeriodSet;

class AssessmentTest {

  private static final Period DAY = Period.ofMillis(0, 1_000);
  private static final PeriodSet SHIFTS =
      PeriodSet.union(List.of(Period.ofMillis(100, 450), Period.ofMillis(500, 900)));
  private static final PeriodSet BUSY = SHIFTS.minus(PeriodSet.of(Period.ofMillis(200, 230)));
  private static final IdealCycles CYCLES =
      (unit, product) -> OptionalDouble.of(product.equals("a") ? 0.0005 : 0.0011);

  @Property(tries = 300)
  void lossesAddUpExactlyFromCalendarTimeToGoodProduction(
      @ForAll("intervals") List<StateInterval> intervals,
      @ForAll("counts") List<CountRecord> counts) {
    Totals totals = assess(DAY, intervals, counts).totals();
    Waterfall waterfall = Waterfall.of(totals);
    long sum = 0;
    for (Waterfall.Step step : Waterfall.Step.values()) {
      sum += step == Waterfall.Step.CALENDAR_TIME ? 0 : waterfall.micros(step);
    }
    assertThat(sum).isEqualTo(waterfall.micros(Waterfall.Step.CALENDAR_TIME)).isEqualTo(1_000_000);
  }

  @Property(tries = 300)
  void oeeIsTheProductOfItsFactorsAndGoodTimeOverPlannedBusyTime(
      @ForAll("intervals") List<StateInterval> intervals, @ForAll("counts") List<CountRecord> raw) {
    List<CountRecord> counts =
        raw.stream()
            .filter(each -> each.scrap() >= 0 && each.rework() >= 0)
            .map(each -> as(each, "a"))
            .toList();
    Totals totals = assess(DAY, intervals, counts).totals();
    for (Unobserved unobserved : Unobserved.values()) {
      Elements elements = Elements.of(totals, unobserved);
      OptionalDouble oee = kpi("OEE", elements);
      double good = Waterfall.of(totals).seconds(Waterfall.Step.GOOD_PRODUCTION);
      double busy = elements.get(Element.PBT).orElseThrow();
      if (busy > 0) {
        assertThat(oee.orElseThrow()).isCloseTo(good / busy, within(1e-9));
      }
      if (totals.items().total() > 0 && elements.get(Element.APT).orElseThrow() > 0) {
        double product =
            kpi("AVAILABILITY", elements).orElseThrow()
                * kpi("EFFECTIVENESS", elements).orElseThrow()
                * kpi("QUALITY_RATIO", elements).orElseThrow();
        assertThat(oee.orElseThrow()).isCloseTo(product, within(1e-9));
      }
    }
  }

  @Property(tries = 300)
  void splittingIntervalsChangesNothing(
      @ForAll("intervals") List<StateInterval> intervals,
      @ForAll("counts") List<CountRecord> counts,
      @ForAll @IntRange(min = 1, max = 999) int at) {
    assertThat(assess(DAY, split(intervals, at), counts).totals())
        .isEqualTo(assess(DAY, intervals, counts).totals());
  }

  @Property(tries = 300)
  void partsOfAPeriodAddUpToTheWhole(
      @ForAll("intervals") List<StateInterval> intervals,
      @ForAll("counts") List<CountRecord> counts,
      @ForAll @IntRange(min = 1, max = 999) int cut) {
    Totals whole = assess(DAY, intervals, counts).totals();
    Totals parts =
        assess(Period.ofMillis(0, cut), intervals, counts)
            .totals()
            .plus(assess(Period.ofMillis(cut, 1_000), intervals, counts).totals());
    for (TimeUse use : TimeUse.values()) {
      assertThat(parts.millis(use)).isEqualTo(whole.millis(use));
    }
    assertThat(parts.failures()).isEqualTo(whole.failures());
    assertThat(parts.repairMillis()).isEqualTo(whole.repairMillis());
    assertThat(parts.items().good()).isEqualTo(whole.items().good());
    assertThat(parts.items().total()).isEqualTo(whole.items().total());
    assertThat(parts.items().startUpScrap()).isEqualTo(whole.items().startUpScrap());
    assertThat(parts.items().totalMicros())
        .isCloseTo(whole.items().totalMicros(), within(20L)); // rounding, once a product and part
  }

  @Property(tries = 200)
  void witnessSeesExactlyThePartsTheTotalsAreMadeOf(
      @ForAll("intervals") List<StateInterval> intervals,
      @ForAll("counts") List<CountRecord> counts) {
    long[] seen = new long[2];
    Totals totals =
        assess(DAY, intervals, counts)
            .totals(
                new Assessment.Witness() {
                  @Override
                  public void time(StateInterval part, TimeUse use) {
                    seen[0] += part.period().millis();
                  }

                  @Override
                  public void count(CountRecord share) {
                    seen[1] += share.total();
                  }
                });
    assertThat(seen[0]).isEqualTo(totals.calendarMillis());
    assertThat(seen[1]).isEqualTo(totals.items().total());
  }

  @Test
  void timeNobodySawIsNeverRunningAndEitherLeftOutOrCountedAsLoss() {
    List<StateInterval> half = List.of(interval(0, 500, 750, WorkUnitState.RUNNING));
    Assessment assessment =
        new Assessment(
            "u",
            Period.ofMillis(500, 1_000),
            half,
            List.of(),
            PeriodSet.of(DAY),
            PeriodSet.of(DAY),
            CYCLES,
            Duration.ZERO);
    Totals totals = assessment.totals();
    assertThat(totals.millis(TimeUse.NOT_OBSERVED)).isEqualTo(250);
    assertThat(kpi("AVAILABILITY", Elements.of(totals, Unobserved.LEFT_OUT))).hasValue(1);
    assertThat(kpi("AVAILABILITY", Elements.of(totals, Unobserved.COUNTED_AS_LOSS))).hasValue(0.5);
  }

  @Test
  void workOutsideTheShiftCountsAsPlannedAndStandingThereDoesNot() {
    Totals totals =
        assess(
                DAY,
                List.of(
                    interval(1, 0, 60, WorkUnitState.RUNNING),
                    interval(2, 60, 100, WorkUnitState.BREAKDOWN),
                    interval(3, 100, 200, WorkUnitState.RUNNING),
                    interval(4, 200, 230, WorkUnitState.IDLE),
                    interval(5, 230, 1_000, WorkUnitState.PLANNED_STOP)),
                List.of())
            .totals();
    assertThat(totals.millis(TimeUse.RUNNING)).isEqualTo(160);
    assertThat(totals.millis(TimeUse.BREAKDOWN)).isZero();
    assertThat(totals.repairMillis()).isEqualTo(40);
    assertThat(totals.failures()).isEqualTo(1);
    assertThat(totals.millis(TimeUse.PLANNED_DOWNTIME)).isEqualTo(30 + 220 + 400);
    assertThat(kpi("AVAILABILITY", Elements.of(totals, Unobserved.LEFT_OUT))).hasValue(1);
  }

  @Test
  void rejectsSoonAfterASetupAreStartUpRejects() {
    List<StateInterval> intervals =
        List.of(
            interval(1, 100, 300, WorkUnitState.SETUP),
            interval(2, 300, 900, WorkUnitState.RUNNING));
    List<CountRecord> counts =
        List.of(count(1, 300, 350, "a", 10, 10, 0), count(2, 350, 400, "a", 0, 6, 0));
    Totals totals =
        new Assessment("u", DAY, intervals, counts, SHIFTS, BUSY, CYCLES, Duration.ofMillis(50))
            .totals();
    assertThat(totals.items().startUpScrap()).isEqualTo(10);
    Waterfall waterfall = Waterfall.of(totals);
    assertThat(waterfall.micros(Waterfall.Step.STARTUP_REJECT)).isEqualTo(5_000);
    assertThat(waterfall.micros(Waterfall.Step.PRODUCTION_REJECT)).isEqualTo(3_000);
  }

  @Test
  void withoutAPlannedRunTimeThereIsNoEffectivenessAndTheItemsAreNamed() {
    Assessment assessment =
        new Assessment(
            "u",
            DAY,
            List.of(interval(1, 100, 900, WorkUnitState.RUNNING)),
            List.of(count(1, 100, 200, "new", 5, 0, 0)),
            SHIFTS,
            BUSY,
            (unit, product) -> OptionalDouble.empty(),
            Duration.ZERO);
    Elements elements = Elements.of(assessment.totals(), Unobserved.LEFT_OUT);
    assertThat(assessment.totals().items().withoutCycle()).isEqualTo(5);
    assertThat(kpi("OEE", elements)).isEmpty();
    assertThat(kpi("AVAILABILITY", elements)).hasValue(1);
  }

  /** A hot-strip mill with 120 s a slab, first seen when 20 s of one were left. */
  private static Assessment mill(long seenUntil, int slabs) {
    List<CountRecord> counts = new ArrayList<>();
    for (int slab = 0; slab < slabs; slab++) {
      long done = 20_000 + 120_000L * slab;
      counts.add(count(slab + 1, done / 60_000 * 60_000, done + 1, "slab", 1, 0, 0));
    }
    PeriodSet planned = PeriodSet.of(Period.ofMillis(-1_000_000, 1_000_000));
    return new Assessment(
        "mill",
        Period.ofMillis(-1_000_000, seenUntil),
        List.of(interval(1, 0, seenUntil, WorkUnitState.RUNNING)),
        counts,
        planned,
        planned,
        (unit, product) -> OptionalDouble.of(120),
        Duration.ZERO);
  }

  private static Totals limited(Assessment assessment) {
    return assessment.totals().lessBegunUnseen(assessment.begunUnseenMicros());
  }

  @Test
  void anItemBegunBeforeAnybodyLookedDoesNotLiftPerformanceOverAHundredPercent() {
    Assessment early = mill(30_000, 1);
    assertThat(kpi("OEE", Elements.of(early.totals(), Unobserved.LEFT_OUT)).orElseThrow())
        .isCloseTo(4.0, within(1e-9));
    Totals totals = limited(early);
    Elements elements = Elements.of(totals, Unobserved.LEFT_OUT);
    assertThat(kpi("EFFECTIVENESS", elements).orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(kpi("OEE", elements).orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(totals.items().total()).as("counts stay whole").isEqualTo(1);
    assertThat(Waterfall.of(totals).micros(Waterfall.Step.REDUCED_SPEED)).isZero();
    for (int slabs = 2; slabs < 6; slabs++) {
      long lastDone = 20_001 + 120_000L * (slabs - 1);
      Elements later = Elements.of(limited(mill(lastDone, slabs)), Unobserved.LEFT_OUT);
      assertThat(kpi("EFFECTIVENESS", later).orElseThrow()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void aMachineFasterThanItsPlannedRunTimeStillShowsMoreThanAHundredPercent() {
    List<CountRecord> counts = List.of(count(1, 0, 600_000, "a", 100, 0, 0));
    PeriodSet planned = PeriodSet.of(Period.ofMillis(0, 600_000));
    Assessment fast =
        new Assessment(
            "u",
            Period.ofMillis(0, 600_000),
            List.of(interval(1, 0, 600_000, WorkUnitState.RUNNING)),
            counts,
            planned,
            planned,
            (unit, product) -> OptionalDouble.of(12),
            Duration.ZERO);
    // 1,200 s of work in 600 s; at most one item of 12 s can have been begun before.
    assertThat(kpi("EFFECTIVENESS", Elements.of(limited(fast), Unobserved.LEFT_OUT)).orElseThrow())
        .isCloseTo(1188 / 600.0, within(1e-9));
  }

  @Property(tries = 300)
  void theLimitTakesNoMoreThanOneItemForEachBeginningAndNothingBelowAHundredPercent(
      @ForAll("intervals") List<StateInterval> intervals,
      @ForAll("counts") List<CountRecord> counts) {
    Assessment assessment = assess(DAY, intervals, counts);
    Totals before = assessment.totals();
    Totals after = limited(assessment);
    long beginnings = 1 + intervals.size() / 2;
    long taken = before.items().totalMicros() - after.items().totalMicros();
    assertThat(taken).isBetween(-2L, 1_100 * beginnings + 2);
    long production = before.millis(TimeUse.RUNNING) + before.millis(TimeUse.MINOR_STOP);
    if (before.items().totalMicros() <= production * 1000) {
      assertThat(after).isEqualTo(before);
    }
  }

  private static OptionalDouble kpi(String id, Elements elements) {
    return KpiCatalogue.find(id).orElseThrow().value(elements);
  }

  private static Assessment assess(
      Period window, List<StateInterval> intervals, List<CountRecord> counts) {
    return new Assessment(
        "u", window, intervals, counts, SHIFTS, BUSY, CYCLES, Duration.ofMillis(40));
  }

  private static StateInterval interval(long id, long from, long to, WorkUnitState state) {
    return new StateInterval(id, 0, "u", Period.ofMillis(from, to), state, "", "", Source.MACHINE);
  }

  private static CountRecord count(
      long id, long from, long to, String product, long good, long scrap, long rework) {
    return new CountRecord(
        id,
        "u",
        Period.ofMillis(from, to),
        product,
        good + scrap + rework,
        good,
        scrap,
        rework,
        Source.MACHINE);
  }

  private static CountRecord as(CountRecord each, String product) {
    return new CountRecord(
        each.id(),
        each.workUnit(),
        each.period(),
        product,
        each.total(),
        each.good(),
        each.scrap(),
        each.rework(),
        each.source());
  }

  private static List<StateInterval> split(List<StateInterval> intervals, long at) {
    List<StateInterval> pieces = new ArrayList<>();
    for (StateInterval each : intervals) {
      long start = each.period().start().toEpochMilli();
      long end = each.period().end().toEpochMilli();
      if (start < at && at < end) {
        pieces.add(each.during(Period.ofMillis(start, at)));
        pieces.add(each.during(Period.ofMillis(at, end)));
      } else {
        pieces.add(each);
      }
    }
    return pieces;
  }

  @Provide
  Arbitrary<List<StateInterval>> intervals() {
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 160);
    Arbitrary<WorkUnitState> state = Arbitraries.of(WorkUnitState.class);
    return Combinators.combine(length, state)
        .as(Piece::new)
        .list()
        .ofMaxSize(14)
        .map(AssessmentTest::chained);
  }

  private record Piece(int length, WorkUnitState state) {}

  private static List<StateInterval> chained(List<Piece> pieces) {
    List<StateInterval> intervals = new ArrayList<>();
    long at = -50;
    for (Piece piece : pieces) {
      intervals.add(interval(intervals.size() + 1, at, at + piece.length, piece.state));
      at += piece.length;
    }
    return intervals;
  }

  @Provide
  Arbitrary<List<CountRecord>> counts() {
    Arbitrary<Integer> at = Arbitraries.integers().between(-50, 990);
    Arbitrary<Integer> n = Arbitraries.integers().between(-3, 40);
    return Combinators.combine(
            at, Arbitraries.integers().between(1, 200), Arbitraries.of("a", "b"), n, n, n)
        .as((from, length, product, good, scrap, rework) ->
            count(from, from, from + length, product, Math.abs(good), scrap, rework))
        .list()
        .ofMaxSize(10);
  }
}
