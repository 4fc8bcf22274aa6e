// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.server.telemetry.IngestQueue.Offer;
import org.millwright.server.telemetry.journal.Entry;
import org.millwright.server.telemetry.journal.Journal;
import org.millwright.server.telemetry.journal.Replay;
import org.millwright.sparkplug.SessionSettings;

/** The bounded queue with its journal. */
class BoundedIngestTest {

  @TempDir Path folder;
  private final IngestTotals totals = new IngestTotals();

  private IngestSettings settings() {
    return new IngestSettings(
        folder,
        3,
        1 << 20,
        100,
        400,
        Duration.ofSeconds(1),
        1,
        Duration.ZERO,
        SessionSettings.DEFAULT);
  }

  private static RawMessage message(String topic, int number) {
    return new RawMessage("embedded", topic, new byte[] {(byte) number}, 1, number);
  }

  @Test
  void aFullQueuePushesBackUntilThereIsRoom() throws IOException {
    try (Journal journal = new Journal(folder, 10_000)) {
      BoundedIngest queue = new BoundedIngest(settings(), journal, totals, 0);
      for (int i = 0; i < 3; i++) {
        assertThat(queue.offer(message("a", i))).isInstanceOf(Offer.Taken.class);
      }
      assertThat(queue.offer(message("a", 3))).isInstanceOf(Offer.Full.class);
      CompletableFuture<Offer> patient =
          queue.offerPatiently(message("a", 4), Duration.ofMinutes(1)).toCompletableFuture();
      CompletableFuture<Offer> impatient =
          queue.offerPatiently(message("a", 5), Duration.ZERO).toCompletableFuture();
      queue.tick();
      assertThat(patient).isNotDone();
      assertThat(impatient).isCompletedWithValueMatching(Offer.Full.class::isInstance);
      queue.drainTo(new ArrayList<>(), 1);
      assertThat(patient).isCompletedWithValueMatching(Offer.Taken.class::isInstance);
      assertThat(totals.offered.sum()).isEqualTo(totals.taken.sum() + totals.full.sum());
    }
  }

  @Test
  void whatIsTooLargeOrNotAClientsTopicIsRefusedWithACode() throws IOException {
    try (Journal journal = new Journal(folder, 10_000)) {
      BoundedIngest queue = new BoundedIngest(settings(), journal, totals, 0);
      assertThat(queue.offer(new RawMessage("embedded", "a", new byte[101], 0, 0)))
          .isInstanceOfSatisfying(
              Offer.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("INGEST-TOO-LARGE"));
      assertThat(queue.offer(message(RawMessage.LOST + "a/b", 0)))
          .isInstanceOf(Offer.Refused.class);
    }
  }

  @Test
  void aJournalThatCannotBeWrittenRefusesQos1AndCountsQos0ThenRecovers() throws IOException {
    Path blocked = folder.resolve("gone");
    try (Journal journal = new Journal(blocked, 1)) {
      java.nio.file.Files.delete(blocked);
      BoundedIngest queue = new BoundedIngest(settings(), journal, totals, 0);
      assertThat(queue.offer(message("a", 1))).isInstanceOf(Offer.Refused.class);
      assertThat(queue.trouble()).isNotNull();
      assertThat(queue.offer(new RawMessage("embedded", "a", new byte[0], 0, 0)))
          .isInstanceOf(Offer.Taken.class);
      assertThat(totals.unjournaled.sum()).isEqualTo(1);
      java.nio.file.Files.createDirectory(blocked);
      assertThat(queue.offer(message("a", 2))).isInstanceOf(Offer.Taken.class);
      assertThat(queue.trouble()).isNull();
    }
  }

  @Test
  void aTornEndIsCutOffAndTheBirthsOfDeletedFilesAreKept() throws IOException {
    try (Journal journal = new Journal(folder, 200)) {
      journal.append(1, message("spBv1.0/g/NBIRTH/n", 1), true);
      for (int position = 2; position <= 20; position++) {
        journal.append(position, message("spBv1.0/g/NDATA/n", position), true);
      }
      journal.trim(15);
    }
    try (var files = java.nio.file.Files.list(folder)) {
      Path newest =
          files
              .filter(f -> f.toString().matches(".*[0-9a-f]{16}.journal"))
              .sorted()
              .toList()
              .getLast();
      java.nio.file.Files.write(
          newest, new byte[] {0, 0, 0, 50, 1, 2}, java.nio.file.StandardOpenOption.APPEND);
    }
    try (Journal journal = new Journal(folder, 200)) {
      List<Long> positions = new ArrayList<>();
      try (Replay replay = journal.replay(15)) {
        for (Entry entry = replay.next(); entry != null; entry = replay.next()) {
          positions.add(entry.position());
        }
      }
      assertThat(positions).containsExactly(1L, 16L, 17L, 18L, 19L, 20L);
      assertThat(journal.last()).isEqualTo(20);
    }
  }
}
