// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Trends;

/**
 * {@code kill -9} in the middle of ingest: nothing acknowledged is missing and nothing is there
 * twice.
 */
class CrashTest {

  static final WorkUnitSink NOBODY =
      (unit, properties) ->
          new WorkUnitSink.Steps() {
            @Override
            public void sample(
                int property,
                long time,
                double value,
                @Nullable String text,
                Quality quality,
                long position) {}

            @Override
            public void lost(int[] properties, long time, long position) {}

            @Override
            public void tick(long now) {}

            @Override
            public void close(long now) {}
          };

  @TempDir Path folder;

  /** Recent, or retention removes the samples. */
  private final long base = System.currentTimeMillis() - 600_000;

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEachKill() throws Exception {
    long acknowledged = -1;
    for (int kills = 0; kills < 3; kills++) {
      acknowledged = runAndKill(acknowledged + 1, 7_000 + kills * 3_777L);
    }
    try (Ingest ingest = new Ingest(folder, 4_000, NOBODY)) {
      awaitReplay(ingest);
      ingest.historian.seal();
      List<Long> found = new ArrayList<>();
      for (int edge = 0; edge < CrashingIngest.NODES; edge++) {
        found.addAll(numbers(ingest, "test/edge" + edge));
      }
      assertThat(found).doesNotHaveDuplicates();
      List<Long> expected = new ArrayList<>();
      for (long number = 0; number <= acknowledged; number++) {
        expected.add(number);
      }
      // one message may have been taken without its sender having been told
      expected.removeAll(Set.copyOf(found));
      assertThat(expected).as("acknowledged and missing").isEmpty();
      assertThat(found.stream().filter(number -> number < 0).toList()).isEmpty();
      assertThat(ingest.historian.status().failure()).isNull();
      assertThat(ingest.totals.broken.sum()).isZero();
      assertThat(ingest.totals.unborn.sum()).isZero();
      assertThat(ingest.totals.refusedValues.sum()).isZero();
      for (int edge = 0; edge < CrashingIngest.NODES; edge++) {
        OptionalInt tag = tag(ingest, "test/edge" + edge);
        assertThat(ingest.live.value(tag.orElseThrow()).orElseThrow().quality())
            .isEqualTo(Quality.STALE);
      }
      assertThat(ingest.rebirths).hasSizeGreaterThanOrEqualTo(CrashingIngest.NODES);
    }
  }

  private static OptionalInt tag(Ingest ingest, String node) {
    return ingest.historian.tags().find(new TagAddress(FakeEdge.SOURCE, node, "", "count"));
  }

  private List<Long> numbers(Ingest ingest, String node) {
    return ingest
        .historian
        .samples(tag(ingest, node).orElseThrow(), base, Long.MAX_VALUE, Integer.MAX_VALUE)
        .stream()
        .filter(sample -> sample.quality() != Quality.STALE)
        .map(Trends.Sample::value)
        .map(Double::longValue)
        .toList();
  }

  private static void awaitReplay(Ingest ingest) {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while ((ingest.job.replaying()
            || ingest.rebirths.size() < CrashingIngest.NODES
            || ingest.historian.status().received() < ingest.totals.values.sum())
        && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  /**
   * Runs the ingest until it has acknowledged {@code count} more values, then kills it; gives the
   * last one.
   */
  private long runAndKill(long first, long count) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--") || argument.startsWith("-XX:+UseCompact"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingIngest.class.getName(),
            folder.toString(),
            Long.toString(first),
            Long.toString(base)));
    Process process =
        new ProcessBuilder(command).redirectError(new File(folder.toFile(), "child.log")).start();
    long last = first - 1;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine();
          line != null && last < first + count;
          line = lines.readLine()) {
        if (line.matches("\\d+")) {
          last = Long.parseLong(line);
        }
      }
      process.toHandle().destroyForcibly(); // SIGKILL; what it printed can still be read
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("\\d+")) {
          last = Long.parseLong(line);
        }
      }
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    return last;
  }
}
