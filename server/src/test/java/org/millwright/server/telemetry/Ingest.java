// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.millwright.server.historian.store.Historian;
import org.millwright.server.historian.store.Settings;
import org.millwright.server.telemetry.journal.Journal;
import org.millwright.sparkplug.SessionSettings;

/** The whole ingest without Spring: journal, queue, Jet, historian in a folder. */
final class Ingest implements AutoCloseable {

  final Historian historian;
  final Journal journal;
  final BoundedIngest queue;
  final IngestTotals totals = new IngestTotals();
  final LiveTable live = new LiveTable();
  final ConcurrentLinkedQueue<SessionEvent> events = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<EdgeNodeId> rebirths = new ConcurrentLinkedQueue<>();
  final AtomicReference<Following> following = new AtomicReference<>(Following.NOTHING);
  final StageContext context;
  final IngestJob job;
  private final IngestUpkeep upkeep;

  Ingest(Path folder, int blockRows, WorkUnitSink units) throws IOException {
    IngestSettings settings =
        new IngestSettings(
            folder.resolve("journal"),
            10_000,
            64L << 20,
            1 << 20,
            20_000,
            Duration.ofSeconds(1),
            2,
            Duration.ofMinutes(5),
            SessionSettings.DEFAULT);
    historian =
        Historian.open(
            new Settings(
                folder.resolve("history"),
                blockRows,
                Duration.ofMinutes(5),
                100_000,
                4,
                1_000_000,
                256,
                1),
            Clock.systemUTC());
    historian.stages(2);
    journal = new Journal(settings.journal(), settings.segmentBytes());
    long sealed = historian.sealedPosition();
    queue =
        new BoundedIngest(settings, journal, totals, Math.max(0, Math.max(journal.last(), sealed)));
    context =
        new StageContext(
            historian.tags(),
            historian,
            live,
            events::add,
            rebirths::add,
            message -> new MessageMapper.Mapping.Samples(List.of()),
            units,
            following::get,
            new ConcurrentHashMap<>(),
            totals,
            settings.sessions(),
            settings.plainSilence().toMillis());
    job = new IngestJob(journal, queue, totals, historian, context, 2, Clock.systemUTC());
    upkeep = new IngestUpkeep(settings, journal, queue, historian, job);
  }

  @Override
  public void close() throws IOException {
    queue.close();
    upkeep.close();
    job.close();
    journal.close();
    historian.close();
  }
}
