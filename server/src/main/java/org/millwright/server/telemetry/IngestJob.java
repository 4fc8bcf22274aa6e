// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.History;
import org.millwright.server.telemetry.journal.Journal;

/**
 * Keeps the pipeline running: when its job fails it is started again, first after a second, then
 * with pauses twice as long up to a minute.
 *
 * <p>A restart inside the process is the restart after a crash in small: what the failed job held
 * in memory is read again from the journal, from where the history is sealed; the historian knows
 * what it has, work units know how far they came, and the edge nodes are asked for their births.
 */
final class IngestJob implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(IngestJob.class.getName());
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LAST_PAUSE_MILLIS = 60_000;

  private final Journal journal;
  private final BoundedIngest queue;
  private final IngestTotals totals;
  private final History history;
  private final StageContext stages;
  private final Clock clock;
  private final Pipeline pipeline;
  private volatile Feed feed;
  private final AtomicLong restarts = new AtomicLong();
  private long pause = FIRST_PAUSE_MILLIS;
  private long startedAt;
  private long failedAt = Long.MIN_VALUE;

  /** Starts the job, which first reads the journal. */
  IngestJob(
      Journal journal,
      BoundedIngest queue,
      IngestTotals totals,
      History history,
      StageContext stages,
      int parallel,
      Clock clock) {
    this.journal = journal;
    this.queue = queue;
    this.totals = totals;
    this.history = history;
    this.stages = stages;
    this.clock = clock;
    feed = new Feed(journal.replay(history.sealedPosition()), journal.last(), queue, totals);
    pipeline = new Pipeline(parallel);
    startedAt = clock.millis();
    pipeline.start(new PipelineContext(feed, stages, journal.lastArrival(), clock));
  }

  /** Whether the journal is being read. */
  boolean replaying() {
    return feed.replaying();
  }

  /** How often the job was started again. */
  long restarts() {
    return restarts.get();
  }

  /** Why the job does not run, null when it does. */
  @Nullable String failure() {
    return pipeline.failure();
  }

  /** Starts a failed job again when its pause is over; call it often, from one thread. */
  void check() {
    long now = clock.millis();
    if (pipeline.failure() == null) {
      if (now - startedAt > 2 * LAST_PAUSE_MILLIS) {
        pause = FIRST_PAUSE_MILLIS;
      }
      return;
    }
    if (failedAt == Long.MIN_VALUE) {
      failedAt = now;
      LOG.log(
          System.Logger.Level.ERROR,
          "The ingest job failed and starts again in " + pause + " ms.",
          pipeline.cause());
    }
    if (now - failedAt >= pause || now < failedAt) {
      startAgain(now);
    }
  }

  private void startAgain(long now) {
    queue.tick(); // what is journaled can be read
    totals.handled.add(queue.inFlight()); // they come once more, as replayed
    feed = new Feed(journal.replay(history.sealedPosition()), -1, queue, totals);
    failedAt = Long.MIN_VALUE;
    startedAt = now;
    pause = Math.min(2 * pause, LAST_PAUSE_MILLIS);
    restarts.incrementAndGet();
    pipeline.start(new PipelineContext(feed, stages, PipelineContext.STILL_CONNECTED, clock));
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
