// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.simulation.LineText.exponential;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.simulation.MarkovChain.Move;
import org.millwright.simulation.study.MeasureKey;

/**
 * Elements in company, held to Markov chains solved in the test or to formulas of queueing theory.
 */
class ExactNetworksTest {

  private static LineText text() {
    return text(1000, 41_000);
  }

  private static LineText text(int warmup, int horizon) {
    return new LineText()
        .with("replications", "30")
        .with("warmup", "" + warmup)
        .with("horizon", "" + horizon);
  }

  private static String breakdown(double failure, double repair, String more) {
    return "\"breakdowns\":[{\"timeToFailure\":%s,\"timeToRepair\":%s%s}]"
        .formatted(exponential(1 / failure), exponential(1 / repair), more);
  }

  private static void holds(UnreliableLine line) {
    LineText text = text().saturated("m0");
    int last = line.speed().size() - 1;
    for (int i = 0; i <= last; i++) {
      String stops = breakdown(line.failure().get(i), line.repair().get(i), "");
      text.station(
          "m" + i, exponential(1 / line.speed().get(i)), i < last ? "b" + i : "out", stops);
      if (i < last) {
        text.buffer("b" + i, line.room().get(i), "m" + (i + 1));
      }
    }
    Acceptance seen = Acceptance.of(text.sink().run()).rate("", "throughput", line.output());
    for (int i = 0; i < last; i++) {
      if (line.room().get(i) > 0) {
        seen.queue("b" + i, "content", line.level(i));
      }
    }
    seen.queue("m0", "state.BLOCKED", line.blocked(0));
  }

  @Test
  void threeUnequalUnreliableMachinesFollowTheirMarkovChain() {
    holds(
        new UnreliableLine(
            List.of(1.0, 1.2, 1.0),
            List.of(2, 3),
            List.of(0.05, 0.1, 0.02),
            List.of(0.2, 0.5, 0.1)));
  }

  @Test
  void fourUnreliableMachinesWithOneLinkWithoutRoomFollowTheirMarkovChain() {
    holds(
        new UnreliableLine(
            List.of(1.0, 1.0, 0.9, 1.1),
            List.of(1, 0, 2),
            List.of(0.02, 0.05, 0.1, 0.03),
            List.of(0.2, 0.3, 0.4, 0.15)));
  }

  /** Items waiting on both sides of an assembly, machines with a finished one, assembly at work. */
  private record Assembly(int left, int right, boolean working) {}

  /** Both machines may finish one item more than the buffers hold; it waits on the machine. */
  private static MarkovChain<Assembly> assembly(int room) {
    return new MarkovChain<>(
        new Assembly(0, 0, false),
        state -> {
          List<Move<Assembly>> moves = new ArrayList<>();
          if (state.left() <= room) {
            moves.add(new Move<>(1, joined(state.left() + 1, state.right(), state.working())));
          }
          if (state.right() <= room) {
            moves.add(new Move<>(1, joined(state.left(), state.right() + 1, state.working())));
          }
          if (state.working()) {
            moves.add(new Move<>(1, joined(state.left(), state.right(), false)));
          }
          return moves;
        });
  }

  private static Assembly joined(int left, int right, boolean working) {
    boolean starts = !working && left > 0 && right > 0;
    return starts ? new Assembly(left - 1, right - 1, true) : new Assembly(left, right, working);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void anAssemblyTakesItsPartsWhenAllOfThemAreThere(int room) {
    LineText text =
        text()
            .element("source", "in", "\"to\":\"m1\"")
            .element("source", "in2", "\"to\":\"m2\"")
            .station("m1", exponential(1), "b1")
            .station("m2", exponential(1), "b2")
            .buffer("b1", room, "join")
            .buffer("b2", room, "join")
            .element(
                "assembly",
                "join",
                "\"parts\":[{\"from\":\"b1\",\"count\":1},{\"from\":\"b2\",\"count\":1}],"
                    + "\"time\":%s,\"to\":\"out\"".formatted(exponential(1)))
            .sink();
    MarkovChain<Assembly> chain = assembly(room);

    Acceptance seen = Acceptance.of(text.run());
    seen.rate("", "throughput", chain.mean(state -> state.working() ? 1 : 0));
    if (room > 0) {
      seen.queue("b1", "content", chain.mean(state -> Math.min(room, state.left())));
    }
  }

  @Test
  void anAssemblyOfTwoPartsOfOneKindAndOneOfAnotherWaitsForBothOfThem() {
    LineText text =
        text()
            .with("products", "[\"plate\",\"bolt\"]")
            .element("source", "in", "\"product\":\"plate\",\"interarrival\":3,\"to\":\"b1\"")
            .element("source", "in2", "\"product\":\"bolt\",\"interarrival\":2,\"to\":\"b2\"")
            .buffer("b1", 5, "join")
            .buffer("b2", 5, "join")
            .element(
                "assembly",
                "join",
                "\"parts\":[{\"from\":\"b1\",\"count\":1},{\"from\":\"b2\",\"count\":2}],"
                    + "\"time\":1,\"to\":\"out\"")
            .sink();

    // Two bolts come every 4; plates every 3 are stopped by their full buffer.
    assertThat(text.run().interval(MeasureKey.system("throughput")).mean())
        .isEqualTo(0.25, within(1e-4));
  }

  /** Cohen's preemptive and Cobham's (1954) non-preemptive queue: waiting by class. */
  @Test
  void classesWaitAsCobhamSaysWhenNobodyIsInterrupted() {
    double[] arrivals = {0.2, 0.3, 0.3};
    LineText text =
        text()
            .with(
                "products",
                "[{\"id\":\"p0\",\"priority\":1},{\"id\":\"p1\",\"priority\":2},{\"id\":\"p2\",\"priority\":3}]");
    for (int i = 0; i < arrivals.length; i++) {
      text.element(
          "source",
          "in" + i,
          "\"product\":\"p%d\",\"interarrival\":%s,\"to\":\"queue\""
              .formatted(i, exponential(1 / arrivals[i])));
    }
    text.buffer("queue", -1, "server", "\"discipline\":\"priority\"")
        .station("server", exponential(1), "out")
        .sink();
    Acceptance seen = Acceptance.of(text.run());
    double ahead = 0;
    for (int i = 0; i < 2; i++) {
      double wait = 0.8 / ((1 - ahead) * (1 - ahead - arrivals[i]));
      seen.queue("out", "leadTime.p" + i, 1 + wait);
      ahead += arrivals[i];
    }
  }

  @Test
  void twoRepairersForFiveMachinesAreTheMachineRepairModel() {
    double failure = 0.1;
    double repair = 0.5;
    MarkovChain<Integer> down =
        new MarkovChain<>(
            0,
            broken -> {
              List<Move<Integer>> moves = new ArrayList<>();
              if (broken < 5) {
                moves.add(new Move<>((5 - broken) * failure, broken + 1));
              }
              if (broken > 0) {
                moves.add(new Move<>(Math.min(broken, 2) * repair, broken - 1));
              }
              return moves;
            });
    LineText text = text().with("pools", "[{\"id\":\"crew\",\"count\":2}]");
    for (int i = 0; i < 5; i++) {
      text.element("source", "in" + i, "\"to\":\"m%d\"".formatted(i));
      text.station("m" + i, "1", "out", breakdown(failure, repair, ",\"crew\":\"crew\""));
    }

    Acceptance.of(text.sink().run())
        .rate("m0", "state.RUNNING", down.mean(broken -> (5 - broken) / 5.0))
        .rate("", "throughput", down.mean(broken -> 5 - broken));
  }

  @Test
  void aServerThatBreaksAlsoWhenIdleFollowsAviItzhakAndNaor() {
    double arrivals = 0.5;
    double failure = 0.1;
    double repair = 0.5;
    double both = failure + repair;
    double items = arrivals * (both * both + failure) / (both * (repair - arrivals * both));
    LineText text =
        text(1000, 120_000)
            .poisson(arrivals, "queue")
            .buffer("queue", -1, "server")
            .station(
                "server",
                exponential(1),
                "out",
                breakdown(failure, repair, ",\"clock\":\"calendar\""))
            .sink();

    Acceptance.of(text.run()).queue("", "wip", items);
  }

  @Test
  void aFullBeltPassesOneItemEachPitch() {
    LineText text =
        text()
            .saturated("belt")
            .element("conveyor", "belt", "\"capacity\":3,\"transit\":6,\"to\":\"m\"")
            .station("m", "0.5", "out")
            .sink();

    assertThat(text.run().interval(MeasureKey.system("throughput")).mean())
        .isEqualTo(0.5, within(1e-4));
  }

  @Test
  void maintenanceByTheCalendarKeepsToItsDatesHoweverLongItTakes() {
    LineText text =
        text(0, 40_000)
            .saturated("m")
            .station("m", "1", "out", "\"maintenance\":[{\"every\":100,\"duration\":20}]")
            .sink();

    assertThat(text.run().interval(MeasureKey.element("m", "state.PLANNED_STOP")).mean())
        .isEqualTo(0.2, within(1e-3));
  }
}
