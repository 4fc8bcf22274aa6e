// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.millwright.server.historian.HistorianStatus;
import org.millwright.server.historian.SampleBatch;
import org.millwright.server.historian.Trend;

/** Whatever order samples come in and wherever they lie, an answer is that of a sorted map. */
class HistorianPropertyTest {

  /** An hour before midnight, so that blocks span two days. */
  private static final long BASE = Instant.parse("2026-03-01T23:00:00Z").toEpochMilli();

  private static final long SPAN = Duration.ofHours(3).toMillis();
  private static final int TAGS = 4;

  sealed interface Action {}

  record Append(List<NaiveHistory.Sample> samples) implements Action {}

  record Seal() implements Action {}

  record Restart() implements Action {}

  @Provide
  Arbitrary<List<Action>> actions() {
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, SPAN - 1),
            Arbitraries.longs().between(0, 40).map(minute -> minute * 240_000L)); // many duplicates
    Arbitrary<Double> values =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                12, Arbitraries.integers().between(-50, 50).map(Integer::doubleValue)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
    Arbitrary<NaiveHistory.Sample> samples =
        Combinators.combine(
                Arbitraries.integers().between(0, TAGS - 1),
                times,
                values,
                Arbitraries.of("", "", "", "", "", "", "running"),
                Arbitraries.of((byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 2))
            .as(HistorianPropertyTest::sample);
    Arbitrary<Action> append =
        samples.list().ofMinSize(1).ofMaxSize(120).map(list -> new Append(list.stream().toList()));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, append),
            net.jqwik.api.Tuple.of(2, Arbitraries.create(Seal::new)),
            net.jqwik.api.Tuple.of(1, Arbitraries.create(Restart::new)))
        .list()
        .ofMinSize(2)
        .ofMaxSize(9);
  }

  private static NaiveHistory.Sample sample(
      int tag, long time, double value, String text, byte quality) {
    return text.isEmpty()
        ? new NaiveHistory.Sample(tag, BASE + time, value, null, quality)
        : new NaiveHistory.Sample(tag, BASE + time, Double.NaN, text, quality);
  }

  @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
  void answersAreThoseOfASortedMapHoweverSamplesCame(@ForAll("actions") List<Action> actions)
      throws IOException {
    Path folder = Files.createTempDirectory("historian");
    NaiveHistory naive = new NaiveHistory();
    Settings settings =
        new Settings(folder, 150, Duration.ofHours(1), 10_000, 2, 1_000_000, 256, 1);
    Clock clock = Clock.fixed(Instant.ofEpochMilli(BASE + SPAN - 1_234), ZoneOffset.UTC);
    Historian historian = Historian.open(settings, clock);
    try {
      int received = 0;
      for (Action action : actions) {
        switch (action) {
          case Append append -> {
            assertThat(historian.append(batch(append.samples()))).isTrue();
            append.samples().forEach(naive::add);
            received += append.samples().size();
          }
          case Seal seal -> historian.seal();
          case Restart restart -> {
            historian.close();
            historian = Historian.open(settings, clock);
            received = 0;
          }
        }
      }
      historian.seal();
      assertEveryoneAccountedFor(historian.status(), received);
      assertSame(historian, naive, clock.millis());
    } finally {
      historian.close();
      delete(folder);
    }
  }

  private static SampleBatch batch(List<NaiveHistory.Sample> samples) {
    SampleBatch batch = new SampleBatch(8);
    for (NaiveHistory.Sample sample : samples) {
      if (sample.text() == null) {
        batch.add(sample.tag(), sample.time(), sample.value(), sample.quality(), sample.time() + 7);
      } else {
        batch.add(
            sample.tag(),
            sample.time(),
            sample.value(),
            sample.text(),
            sample.quality(),
            sample.time() + 7);
      }
    }
    return batch;
  }

  private static void assertEveryoneAccountedFor(HistorianStatus status, int received) {
    assertThat(status.failure()).isNull();
    assertThat(status.received()).isEqualTo(received);
    assertThat(status.stored() + status.duplicate()).isEqualTo(received);
    assertThat(status.waiting()).isZero();
  }

  private static void assertSame(Historian historian, NaiveHistory naive, long now) {
    int found = 0;
    for (int tag = 0; tag < TAGS; tag++) {
      var samples = historian.samples(tag, BASE, BASE + SPAN, Integer.MAX_VALUE);
      found += samples.size();
      assertThat(
              samples.stream()
                  .map(s ->
                      new NaiveHistory.Sample(
                          0, s.time(), s.value(), s.text(), s.quality().code())))
          .isEqualTo(
              naive.samples(tag, BASE, BASE + SPAN).stream()
                  .map(s -> new NaiveHistory.Sample(0, s.time(), s.value(), s.text(), s.quality()))
                  .toList());
      assertSteps(historian.query(List.of(tag), BASE, BASE + SPAN, 180), naive, tag, 60_000, now);
      assertSteps(historian.query(List.of(tag), BASE, BASE + SPAN, 3), naive, tag, 3_600_000, now);
    }
    assertThat(found).isEqualTo(naive.size());
  }

  private static void assertSteps(Trend trend, NaiveHistory naive, int tag, long length, long now) {
    assertThat(trend.resolution().millis()).isEqualTo(length);
    Trend.Series series = trend.series().getFirst();
    List<NaiveHistory.Step> steps = naive.steps(tag, length, BASE, BASE + SPAN, now);
    assertThat(series.time())
        .containsExactly(steps.stream().mapToLong(NaiveHistory.Step::time).toArray());
    for (int i = 0; i < steps.size(); i++) {
      NaiveHistory.Step step = steps.get(i);
      assertThat(series.count()[i]).as("count of %s", step).isEqualTo(step.count());
      assertThat(series.min()[i]).as("min of %s", step).isEqualTo(Double.valueOf(step.min()));
      assertThat(series.max()[i]).as("max of %s", step).isEqualTo(Double.valueOf(step.max()));
      assertThat(series.last()[i]).as("last of %s", step).isEqualTo(Double.valueOf(step.last()));
      assertThat(series.quality()[i]).as("quality of %s", step).isEqualTo(step.quality());
      if (Double.isNaN(step.mean())) {
        assertThat(series.value()[i]).as("mean of %s", step).isNaN();
      } else {
        assertThat(series.value()[i]).as("mean of %s", step).isCloseTo(step.mean(), within(1e-6));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
