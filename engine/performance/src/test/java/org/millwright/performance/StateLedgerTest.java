// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millwright.model.Period;

class StateLedgerTest {

  private static final Instant NOW = Instant.ofEpochMilli(1_000);

  @Property(tries = 300)
  void lateDataGivesTheSameLedgerAsDataInOrder(
      @ForAll("changes") List<StateChange> changes, @ForAll Random random) {
    StateLedger inOrder = ledger(changes);
    List<StateChange> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, random);
    StateLedger late = ledger(shuffled);
    Period window = Period.ofMillis(100, 900);
    assertThat(late.intervals(window, NOW)).isEqualTo(inOrder.intervals(window, NOW));
  }

  @Property(tries = 300)
  void intervalsTileAndCoverTheWindowUpToNow(@ForAll("changes") List<StateChange> changes) {
    Period window = Period.ofMillis(100, 900);
    List<StateInterval> intervals = ledger(changes).intervals(window, NOW);
    assertThat(intervals.getFirst().period().start()).isBeforeOrEqualTo(window.start());
    assertThat(intervals.getLast().period().end()).isAfterOrEqualTo(window.end());
    for (int i = 1; i < intervals.size(); i++) {
      assertThat(intervals.get(i).period().start()).isEqualTo(intervals.get(i - 1).period().end());
    }
    for (StateInterval interval : intervals) {
      StateChange inForce = ledger(changes).at(interval.period().start()).orElse(null);
      assertThat(interval.state())
          .isEqualTo(inForce == null ? WorkUnitState.NOT_OBSERVED : inForce.state());
    }
  }

  @Property(tries = 200)
  void bookingDoesNotDependOnTheWindowItIsLookedAtThrough(
      @ForAll("changes") List<StateChange> changes, @ForAll("annotations") List<Annotation> said) {
    StateLedger ledger = ledger(changes);
    Period all = Period.ofMillis(0, 1_000);
    Period part = Period.ofMillis(300, 600);
    List<WorkUnitState> whole = perMilli(ledger, all, part, said);
    List<WorkUnitState> window = perMilli(ledger, part, part, said);
    assertThat(window).isEqualTo(whole);
  }

  @Test
  void anUnclassifiedStopIsMinorOnlyWhenItHasEndedBeforeTheThreshold() {
    StateLedger ledger = new StateLedger("u");
    ledger.add(change(1, 0, WorkUnitState.RUNNING));
    ledger.add(change(2, 100, WorkUnitState.UNCLASSIFIED));
    ledger.add(change(3, 149, WorkUnitState.RUNNING));
    ledger.add(change(4, 200, WorkUnitState.UNCLASSIFIED));
    ledger.add(change(5, 250, WorkUnitState.RUNNING));
    ledger.add(change(6, 990, WorkUnitState.UNCLASSIFIED));
    assertThat(booked(ledger, Period.ofMillis(0, 1_000), List.of()))
        .extracting(StateInterval::state)
        .containsExactly(
            WorkUnitState.RUNNING,
            WorkUnitState.MINOR_STOP,
            WorkUnitState.RUNNING,
            WorkUnitState.UNCLASSIFIED,
            WorkUnitState.RUNNING,
            WorkUnitState.UNCLASSIFIED);
  }

  @Test
  void aStopIsSplitAndEachPartGetsItsReasonAndRunningTimeIsLeftAlone() {
    StateLedger ledger = new StateLedger("u");
    ledger.add(change(1, 0, WorkUnitState.RUNNING));
    ledger.add(change(2, 100, WorkUnitState.UNCLASSIFIED));
    ledger.add(change(3, 300, WorkUnitState.RUNNING));
    List<Annotation> said =
        List.of(
            annotation(1, 50, 180, WorkUnitState.SETUP, "CHANGEOVER"),
            annotation(2, 180, 300, WorkUnitState.BREAKDOWN, "BELT"));
    List<StateInterval> booked = booked(ledger, Period.ofMillis(0, 400), said);
    assertThat(booked)
        .extracting(
            each -> each.period().start().toEpochMilli(),
            StateInterval::state,
            StateInterval::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0L, WorkUnitState.RUNNING, ""),
            org.assertj.core.groups.Tuple.tuple(100L, WorkUnitState.SETUP, "CHANGEOVER"),
            org.assertj.core.groups.Tuple.tuple(180L, WorkUnitState.BREAKDOWN, "BELT"),
            org.assertj.core.groups.Tuple.tuple(300L, WorkUnitState.RUNNING, ""));
    assertThat(booked.get(1).id()).isEqualTo(2);
    assertThat(booked.get(1).annotation()).isEqualTo(1);
  }

  @Test
  void lateMachineDataInsideAClassifiedStopKeepsTheReasonOnWhatStillStands() {
    StateLedger ledger = new StateLedger("u");
    ledger.add(change(1, 0, WorkUnitState.UNCLASSIFIED));
    List<Annotation> said = List.of(annotation(1, 0, 1_000, WorkUnitState.BREAKDOWN, "BELT"));
    ledger.add(change(2, 400, WorkUnitState.RUNNING));
    assertThat(booked(ledger, Period.ofMillis(0, 1_000), said))
        .extracting(StateInterval::state)
        .containsExactly(WorkUnitState.BREAKDOWN, WorkUnitState.RUNNING);
  }

  @Test
  void whatAPersonEnteredForAnInstantIsNotReplacedByTheMachine() {
    StateLedger ledger = new StateLedger("u");
    ledger.add(new StateChange(1, Instant.EPOCH, WorkUnitState.IDLE, "", "", Source.MANUAL));
    assertThat(ledger.add(change(2, 0, WorkUnitState.RUNNING))).isFalse();
    assertThat(ledger.at(NOW).orElseThrow().state()).isEqualTo(WorkUnitState.IDLE);
  }

  private static List<StateInterval> booked(
      StateLedger ledger, Period window, List<Annotation> said) {
    return Bookings.book(ledger.intervals(window, NOW), said, Duration.ofMillis(50), NOW);
  }

  private static List<WorkUnitState> perMilli(
      StateLedger ledger, Period looked, Period asked, List<Annotation> said) {
    List<WorkUnitState> states = new ArrayList<>();
    List<StateInterval> booked = booked(ledger, looked, said);
    for (long at = asked.start().toEpochMilli(); at < asked.end().toEpochMilli(); at++) {
      Instant instant = Instant.ofEpochMilli(at);
      states.add(
          booked.stream()
              .filter(i -> i.period().contains(instant))
              .findFirst()
              .orElseThrow()
              .state());
    }
    return states;
  }

  private static StateLedger ledger(List<StateChange> changes) {
    StateLedger ledger = new StateLedger("u");
    changes.forEach(ledger::add);
    return ledger;
  }

  private static StateChange change(long id, long at, WorkUnitState state) {
    return new StateChange(id, Instant.ofEpochMilli(at), state, "", "", Source.MACHINE);
  }

  private static Annotation annotation(
      long id, long from, long to, WorkUnitState state, String reason) {
    return new Annotation(id, Period.ofMillis(from, to), Annotation.Reach.STOPS, state, reason);
  }

  @Provide
  Arbitrary<List<StateChange>> changes() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, 990);
    Arbitrary<WorkUnitState> state = Arbitraries.of(WorkUnitState.class);
    return Combinators.combine(at, state)
        .as((a, s) ->
            new StateChange(
                a * 16L + s.ordinal(), Instant.ofEpochMilli(a), s, "", "", Source.MACHINE))
        .list()
        .ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<Annotation>> annotations() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, 900);
    return Combinators.combine(
            at, Arbitraries.integers().between(1, 99), Arbitraries.integers().between(1, 99))
        .as((a, n, id) -> annotation(id * 1000L + a, a, a + n, WorkUnitState.SETUP, "R" + id))
        .list()
        .uniqueElements(Annotation::id)
        .ofMaxSize(6);
  }
}
