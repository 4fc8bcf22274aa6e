// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.millwright.server.historian.History;
import org.millwright.server.telemetry.journal.Journal;

/** What has to be done by the clock: flush, sync and trim the journal, answer those who wait. */
final class IngestUpkeep implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(IngestUpkeep.class.getName());
  private static final long TICK_MILLIS = 20;
  private static final long TRIM_MILLIS = 2_000;
  private static final long CHECK_MILLIS = 250;

  private final Journal journal;
  private final History history;
  private final IngestJob job;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ingest-upkeep").daemon().factory());

  IngestUpkeep(
      IngestSettings settings,
      Journal journal,
      BoundedIngest queue,
      History history,
      IngestJob job) {
    this.journal = journal;
    this.history = history;
    this.job = job;
    repeat(TICK_MILLIS, queue::tick);
    repeat(settings.sync().toMillis(), this::sync);
    repeat(TRIM_MILLIS, this::trim);
    repeat(CHECK_MILLIS, job::check);
  }

  private void repeat(long millis, Runnable task) {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The ingest's upkeep failed; it goes on.", e);
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  private void sync() {
    try {
      journal.sync();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be synced: " + e.getMessage());
    }
  }

  private void trim() {
    if (job.replaying()) {
      return; // its files are being read
    }
    try {
      journal.trim(history.sealedPosition());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The journal cannot be trimmed: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    clock.close();
  }
}
