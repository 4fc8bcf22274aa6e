// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.simulation.LineText.exponential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.millwright.simulation.line.TraceKind;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.LineState;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;
import org.millwright.simulation.study.StudyReport;

class LinePropertiesTest {

  /** Random lines with rework, failures, crews, kanban and odd capacities, but always a way out. */
  @Provide
  Arbitrary<LineText> lines() {
    return lines("", 100, 1100);
  }

  /** The same lines, counted from the start. */
  @Provide
  Arbitrary<LineText> fromEmpty() {
    return lines("", 0, 1000);
  }

  /** The same lines with a supply that ends, so that they run empty. */
  @Provide
  Arbitrary<LineText> draining() {
    return lines(",\"limit\":200", 0, 4000);
  }

  private static Arbitrary<LineText> lines(String supply, int warmup, int horizon) {
    Arbitrary<Integer> stations = Arbitraries.integers().between(1, 5);
    Arbitrary<Integer> buffer = Arbitraries.integers().between(0, 4);
    Arbitrary<Integer> places = Arbitraries.integers().between(1, 3);
    Arbitrary<Integer> features = Arbitraries.integers().between(0, 63);
    Arbitrary<Integer> seed = Arbitraries.integers().between(1, 1_000_000);
    return Combinators.combine(stations, buffer, places, features, seed)
        .as((count, room, each, chosen, start) ->
            line(count, room, each, chosen, supply)
                .with("seed", "" + start)
                .with("warmup", "" + warmup)
                .with("horizon", "" + horizon));
  }

  private static boolean has(int features, int bit) {
    return (features >> bit & 1) == 1;
  }

  private static LineText line(int stations, int buffer, int places, int features, String supply) {
    LineText text =
        new LineText().with("replications", "1").with("pools", "[{\"id\":\"crew\",\"count\":1}]");
    String loses = has(features, 0) ? ",\"whenFull\":\"lose\"" : "";
    text.element(
        "source",
        "in",
        "\"interarrival\":%s,\"to\":\"m1\"%s%s".formatted(exponential(1.5), loses, supply));
    for (int i = 1; i <= stations; i++) {
      List<String> more = new ArrayList<>(List.of("\"places\":" + places));
      if (has(features, 1)) {
        more.add(
            "\"breakdowns\":[{\"clock\":\"%s\",\"job\":\"%s\",\"crew\":\"crew\",\"timeToFailure\":%s,\"timeToRepair\":%s}]"
                .formatted(
                    has(features, 2) ? "calendar" : "operating",
                    has(features, 3) ? "scrap" : "resume",
                    exponential(30),
                    exponential(5)));
      }
      if (has(features, 4)) {
        more.add("\"blocking\":\"before\"");
      }
      boolean last = i == stations;
      text.station("m" + i, exponential(1), last ? "out" : "b" + i, more.toArray(String[]::new));
      if (!last) {
        text.buffer("b" + i, buffer, "m" + (i + 1));
      }
    }
    if (has(features, 5) && stations > 1) {
      text.with(
          "loops",
          "[{\"id\":\"k\",\"cards\":4,\"entry\":\"m1\",\"exit\":\"m%d\"}]".formatted(stations));
    }
    return text.sink();
  }

  private static double value(StudyReport report, MeasureKey key) {
    return report.observations(key)[0];
  }

  /** Every item the trace shows comes in once and leaves once, and the counts agree with it. */
  @Property(tries = 60)
  void whatComesInGoesOutIsLostOrIsStillThere(@ForAll("fromEmpty") LineText text) {
    LineModel model = text.model();
    Set<Long> inside = new HashSet<>();
    Set<Long> seen = new HashSet<>();
    StudyOutcome outcome =
        Study.run(
            model,
            StudyPlan.of(model.plan()).replicated(1),
            (time, kind, element, subject) -> {
              if (kind == TraceKind.ENTER) {
                assertThat(inside.contains(subject) || seen.add(subject)).isTrue();
                inside.add(subject);
              } else if (kind == TraceKind.FINISH || kind == TraceKind.DISCARD) {
                inside.remove(subject);
              }
            });
    StudyReport report = ((StudyOutcome.Completed) outcome).report();
    double span = model.plan().horizon();

    double in = value(report, MeasureKey.element("in", "throughput")) * span;
    double out = value(report, MeasureKey.system("throughput")) * span;
    double scrapped = value(report, MeasureKey.system("scrapped")) * span;
    assertThat(in - out - scrapped).isEqualTo(inside.size(), within(1e-6));
  }

  @Property(tries = 60)
  void sharesOfTimeSumToOne(@ForAll("lines") LineText text) {
    StudyReport report = text.run();

    Map<MeasureKey, Double> sums = new HashMap<>();
    for (MeasureKey key : report.replications().getFirst().keys()) {
      if (key.measure().startsWith("state.")) {
        sums.merge(MeasureKey.element(key.id(), "all"), value(report, key), Double::sum);
      }
    }
    assertThat(sums)
        .isNotEmpty()
        .allSatisfy((key, sum) -> assertThat(sum).isEqualTo(1, within(1e-9)));
    assertThat(LineState.values()).hasSize(9);
  }

  @Property(tries = 40)
  void itemsOnTheLineAreRateTimesTimeToTheTickOnceTheLineIsEmpty(
      @ForAll("draining") LineText text) {
    StudyReport report = text.run();

    double wip = value(report, MeasureKey.system("wip"));
    double rate =
        value(report, MeasureKey.system("throughput"))
            + value(report, MeasureKey.system("scrapped"));
    double time = value(report, MeasureKey.system("leadTime"));
    assertThat(rate)
        .as("all items that came in have left")
        .isCloseTo(value(report, MeasureKey.element("in", "throughput")), within(1e-9));
    assertThat(wip).isCloseTo(rate * time, within(1e-9 * wip));
  }

  @Property(tries = 20)
  void theSameSeedGivesTheSameTraceOnAnyNumberOfThreads(
      @ForAll("lines") LineText text, @ForAll @IntRange(min = 2, max = 4) int threads) {
    LineModel model = text.model();
    StudyPlan plan = StudyPlan.of(model.plan()).replicated(6);

    StudyReport one = LineText.run(model, plan);
    StudyReport many = LineText.run(model, plan.onThreads(threads));
    StudyReport other = LineText.run(model, plan.seeded(plan.seed() + 1));

    assertThat(many.traceHash()).isEqualTo(one.traceHash());
    assertThat(many.intervals()).isEqualTo(one.intervals());
    assertThat(other.traceHash()).isNotEqualTo(one.traceHash());
  }

  @Property(tries = 40)
  void moreBufferNeverGivesLessOutputUnderCommonRandomNumbers(
      @ForAll @IntRange(min = 2, max = 5) int stations,
      @ForAll @IntRange(min = 0, max = 4) int buffer,
      @ForAll @IntRange(min = 1, max = 100_000) int seed) {
    double less = output(stations, buffer, seed);
    double more = output(stations, buffer + 1, seed);

    assertThat(more).isGreaterThanOrEqualTo(less);
  }

  private static double output(int stations, int buffer, int seed) {
    StudyReport report =
        LineText.tandem(stations, buffer, exponential(1))
            .with("seed", "" + seed)
            .with("warmup", "0")
            .with("horizon", "500")
            .with("replications", "1")
            .run();
    return value(report, MeasureKey.system("throughput"));
  }

  @Property(tries = 60)
  void everyDepartureOfATandemLineFollowsTheRecursionToTheTick(
      @ForAll @Size(min = 2, max = 4)
          List<@Size(min = 12, max = 12) List<@IntRange(max = 9) Integer>> times,
      @ForAll @IntRange(max = 3) int buffer) {
    int stations = times.size();
    int items = 12;
    LineText text =
        new LineText().with("ticksPerUnit", "1").with("warmup", "0").with("horizon", "2000");
    text.element("source", "in", "\"limit\":%d,\"to\":\"m1\"".formatted(items));
    for (int i = 1; i <= stations; i++) {
      String time = "{\"type\":\"sequence\",\"values\":%s}".formatted(times.get(i - 1));
      text.station("m" + i, time, i == stations ? "out" : "b" + i);
      if (i < stations) {
        text.buffer("b" + i, buffer, "m" + (i + 1));
      }
    }
    List<Long> finished = new ArrayList<>();
    LineModel model = text.sink().model();
    Study.run(
        model,
        StudyPlan.of(model.plan()).replicated(1),
        (time, kind, element, subject) -> {
          if (kind == TraceKind.FINISH) {
            finished.add(time);
          }
        });

    assertThat(finished).isEqualTo(departures(times, items, buffer));
  }

  /** D(i,j) = max(max(D(i-1,j), D(i,j-1)) + s(i,j), D(i+1, j-B-1)). */
  private static List<Long> departures(List<List<Integer>> times, int items, int buffer) {
    int stations = times.size();
    long[][] left = new long[stations + 2][items + 1];
    for (int j = 1; j <= items; j++) {
      for (int i = 1; i <= stations; i++) {
        long ready = Math.max(left[i - 1][j], left[i][j - 1]) + times.get(i - 1).get(j - 1);
        int earlier = j - buffer - 1;
        long room = i < stations && earlier >= 1 ? left[i + 1][earlier] : 0;
        left[i][j] = Math.max(ready, room);
      }
    }
    List<Long> last = new ArrayList<>();
    for (int j = 1; j <= items; j++) {
      last.add(left[stations][j]);
    }
    return last;
  }
}
