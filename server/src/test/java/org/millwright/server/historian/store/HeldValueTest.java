// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.server.historian.SampleBatch;
import org.millwright.server.historian.Trend;

/** A tag that seldom changes has a value where a trend begins. */
class HeldValueTest {

  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  private Trend.@Nullable Held heldAt(long from, double... hoursAndValues) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(NOON), ZoneOffset.UTC);
    Historian historian =
        Historian.open(
            new Settings(folder, 1_000, Duration.ofHours(1), 10_000, 2, 1_000_000, 256, 1), clock);
    try {
      SampleBatch batch = new SampleBatch(10);
      for (int i = 0; i < hoursAndValues.length; i += 2) {
        long time = NOON + (long) (hoursAndValues[i] * HOUR);
        batch.add(7, time, hoursAndValues[i + 1], (byte) 0, time);
      }
      historian.append(batch);
      historian.seal();
      return historian.query(List.of(7), from, NOON, 600).series().getFirst().held();
    } finally {
      historian.close();
    }
  }

  @Test
  void theLastSampleBeforeThePeriodIsGivenHoweverOldItIs() {
    Trend.Held held = heldAt(NOON - HOUR, -400, 1, -30, 2, -0.5, 3);
    assertThat(held).isEqualTo(new Trend.Held(NOON - 30 * HOUR, 2, (byte) 0));
  }

  @Test
  void nothingIsGivenWhereThePeriodBeginsWithASampleOrNothingCameBefore() {
    assertThat(heldAt(NOON - HOUR, -3, 1, -1, 2)).isNull();
    assertThat(heldAt(NOON - 4 * HOUR)).isNull();
  }

  @Test
  void whatNobodyKnowsAnyMoreDoesNotHold() {
    assertThat(heldAt(NOON - HOUR, -3, 1, -2, Double.NaN)).isNull();
  }
}
