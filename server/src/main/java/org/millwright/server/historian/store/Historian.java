// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.HistorianStatus;
import org.millwright.server.historian.History;
import org.millwright.server.historian.Retention;
import org.millwright.server.historian.SampleBatch;
import org.millwright.server.historian.SampleSink;
import org.millwright.server.historian.Trend;
import org.millwright.server.historian.Trends;

/**
 * The historian: takes batches on one thread, seals full blocks on a second, merges and removes
 * files on a third.
 *
 * <p>It keeps no log of its own. What is in memory is lost with the process and comes again from
 * the ingest journal, which is kept from {@link #sealedPosition()} on; a sample that comes twice is
 * recognised by its tag and time.
 */
public final class Historian implements SampleSink, Trends, History, AutoCloseable {

  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int SETTLE_ROWS = 100_000;

  private final Settings settings;
  private final Catalog catalog;
  private final Database database;
  private final TagRegister tags;
  private final Totals totals = new Totals();
  private final Trouble trouble;
  private final Intake intake;
  private final SealingLine line;
  private final Query query;
  private final RetentionFile retention;
  private final LinkedBlockingQueue<SampleBatch> queue = new LinkedBlockingQueue<>();
  private final AtomicLong queued = new AtomicLong();
  private final Thread writer;
  private volatile boolean closing;
  private volatile @Nullable CountDownLatch sealRequest;
  private long blockSince = System.nanoTime();
  private long settleSince = System.nanoTime();

  private Historian(Settings settings, Clock clock) throws SQLException {
    this.settings = settings;
    database = new Database(settings);
    catalog = new Catalog(settings.folder());
    tags = new TagRegister(settings.folder());
    trouble = new Trouble(settings.folder());
    retention = new RetentionFile(settings.folder());
    Sealer sealer = new Sealer(settings.folder(), database);
    LateSamples late = new LateSamples(settings.folder(), database);
    LastTimes times = LastTimes.load(settings.folder(), catalog.manifest());
    intake = new Intake(catalog.views(), late, times, totals, catalog.manifest().position());
    line =
        new SealingLine(
            catalog,
            sealer,
            new Upkeep(settings, catalog, sealer, clock),
            tags,
            retention,
            trouble,
            totals);
    query = new Query(catalog.views(), new Reader(settings.folder(), database), clock);
    writer = Thread.ofPlatform().name("historian-writer").unstarted(this::write);
  }

  /** Opens the history in a folder, creating it when it is not there. */
  public static Historian open(Settings settings, Clock clock) {
    try {
      Files.createDirectories(settings.folder());
      Historian historian = new Historian(settings, clock);
      historian.line.start();
      historian.writer.start();
      return historian;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start", e);
    }
  }

  /** The register of tags. */
  public TagRegister tags() {
    return tags;
  }

  @Override
  public boolean append(SampleBatch batch) {
    if (queued.get() > settings.queueRows()) {
      return false;
    }
    queued.addAndGet(batch.size());
    totals.received.add(batch.size());
    queue.add(batch);
    return true;
  }

  @Override
  public Trend query(List<Integer> wanted, long from, long to, int points) {
    return query.trend(wanted, from, to, points);
  }

  @Override
  public List<Sample> samples(int tag, long from, long to, int limit) {
    return query.samples(tag, from, to, limit);
  }

  private void write() {
    while (!closing || !queue.isEmpty()) {
      try {
        SampleBatch batch = queue.poll(50, TimeUnit.MILLISECONDS);
        if (batch != null) {
          intake.take(batch);
          queued.addAndGet(-batch.size());
        }
        settle();
        rotate();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Looks late samples up, twice a second or when there are many. */
  private boolean settle() {
    long now = System.nanoTime();
    if (intake.waiting() == 0) {
      settleSince = now;
      return true;
    }
    if (now - settleSince < SETTLE_NANOS && intake.waiting() < SETTLE_ROWS && sealRequest == null) {
      return true;
    }
    settleSince = now;
    try {
      intake.settle();
      return true;
    } catch (SQLException e) {
      trouble.report("look up late samples", e);
      return false;
    }
  }

  private void rotate() throws InterruptedException {
    CountDownLatch request = sealRequest;
    boolean asked = request != null && queue.isEmpty();
    boolean old = System.nanoTime() - blockSince >= settings.blockAge().toNanos();
    if (!asked && !old && catalog.views().current().active().size() < settings.blockRows()) {
      return;
    }
    if (intake.waiting() > 0) {
      settleSince -= SETTLE_NANOS;
      if (!settle() || intake.waiting() > 0) {
        return; // nothing may be called complete while samples wait to be looked up
      }
    }
    if (asked) {
      // Before the sealer can answer it, or the next request might be the one that is wiped out.
      sealRequest = null;
    }
    line.add(intake.rotate(), asked ? request : null);
    blockSince = System.nanoTime();
  }

  @Override
  public void seal() {
    CountDownLatch done = new CountDownLatch(1);
    synchronized (this) {
      sealRequest = done;
      try {
        while (!done.await(100, TimeUnit.MILLISECONDS)) {
          if (trouble.current() != null || !writer.isAlive()) {
            return;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void stages(int count) {
    intake.stages(count);
  }

  @Override
  public long sealedPosition() {
    return catalog.manifest().position();
  }

  @Override
  public HistorianStatus status() {
    View view = catalog.views().current();
    long open = view.active().size();
    for (OpenBlock block : view.sealing()) {
      open += block.size();
    }
    long stored = totals.stored.sum();
    long duplicate = totals.duplicate.sum();
    return new HistorianStatus(
        trouble.current(),
        totals.received.sum(),
        stored,
        duplicate,
        totals.late.sum(),
        Math.max(0, totals.received.sum() - stored - duplicate),
        open,
        totals.sealed.sum(),
        view.manifest().files().size(),
        view.manifest().position());
  }

  @Override
  public Retention retention() {
    return retention.current();
  }

  @Override
  public void retain(Retention policy) {
    retention.replace(policy);
    line.wake();
  }

  /** Seals what is in memory, if that is possible, and stops. */
  @Override
  public void close() {
    seal();
    closing = true;
    line.hurry();
    try {
      writer.join();
      line.close();
      tags.close();
      database.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
