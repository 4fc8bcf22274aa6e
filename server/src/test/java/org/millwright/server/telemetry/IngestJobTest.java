// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;

/** A job that fails, here of an error in the code behind a work unit. */
class IngestJobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long DEADLY = 500;

  @TempDir Path folder;
  private final AtomicInteger failures = new AtomicInteger();

  /** Breaks the first time it is told a certain value. */
  private final class Breaking implements WorkUnitSink.Steps {
    @Override
    public void sample(
        int property,
        long time,
        double value,
        @Nullable String text,
        Quality quality,
        long position) {
      if (value == DEADLY && failures.getAndIncrement() == 0) {
        throw new AssertionError("made to fail");
      }
    }

    @Override
    public void lost(int[] properties, long time, long position) {}

    @Override
    public void tick(long now) {}

    @Override
    public void close(long now) {}
  }

  @Test
  void aFailedJobStartsAgainAndNothingTakenIsMissingOrTwice() throws Exception {
    try (Ingest ingest = new Ingest(folder, 4_000, (unit, properties) -> new Breaking())) {
      FakeEdge edge = new FakeEdge("a");
      ingest.following.set(
          new Following(
              Map.of(
                  edge.id(),
                  List.of(new Followed("press", "", List.of("total"), List.of("count"))))));
      long base = System.currentTimeMillis();
      ingest.queue.offer(edge.birth(base - 1));
      for (long value = 0; value < 2_000; value++) {
        assertThat(ingest.queue.offer(edge.data(base + value, value)))
            .isInstanceOf(IngestQueue.Offer.Taken.class);
        if (value == DEADLY) {
          await().atMost(PATIENCE).until(() -> ingest.job.failure() != null);
        }
      }
      await().atMost(PATIENCE).until(() -> ingest.job.restarts() == 1);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(values(ingest)).hasSizeGreaterThanOrEqualTo(2_000));

      ingest.historian.seal();
      assertThat(values(ingest))
          .containsExactlyElementsOf(LongStream.range(0, 2_000).boxed().toList());
      assertThat(ingest.job.failure()).isNull();
      assertThat(ingest.rebirths).as("asked for its births").contains(edge.id());
      await().atMost(PATIENCE).until(() -> ingest.queue.inFlight() == 0);
    }
  }

  private static List<Long> values(Ingest ingest) {
    int tag =
        ingest
            .historian
            .tags()
            .find(new TagAddress(FakeEdge.SOURCE, "test/a", "", "count"))
            .orElseThrow();
    return ingest.historian.samples(tag, 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .filter(sample -> sample.quality() != Quality.STALE && sample.value() >= 0)
        .map(sample -> (long) sample.value())
        .toList();
  }
}
