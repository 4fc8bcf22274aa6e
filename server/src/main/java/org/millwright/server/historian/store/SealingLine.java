// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Seals closed blocks one after the other and, on a thread of its own, keeps the sealed files in
 * order.
 */
final class SealingLine {

  private static final int BLOCKS_WAITING = 2;
  private static final long RETRY_MILLIS = 1000;
  private static final long UPKEEP_MILLIS = 60_000;

  private record Job(Intake.Closing closing, @Nullable CountDownLatch done) {}

  private final Catalog catalog;
  private final Sealer sealer;
  private final Upkeep upkeep;
  private final TagRegister tags;
  private final RetentionFile retention;
  private final Trouble trouble;
  private final Totals totals;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private final Thread sealing =
      Thread.ofPlatform().name("historian-sealer").unstarted(this::sealAll);
  private final Thread keeping =
      Thread.ofPlatform().name("historian-upkeep").unstarted(this::keepUp);
  private boolean upkeepDue = true;
  private boolean closing;

  SealingLine(
      Catalog catalog,
      Sealer sealer,
      Upkeep upkeep,
      TagRegister tags,
      RetentionFile retention,
      Trouble trouble,
      Totals totals) {
    this.catalog = catalog;
    this.sealer = sealer;
    this.upkeep = upkeep;
    this.tags = tags;
    this.retention = retention;
    this.trouble = trouble;
    this.totals = totals;
  }

  void start() {
    sealing.start();
    keeping.start();
  }

  /**
   * Takes a block, waiting while too many are not sealed yet: the queue behind the caller fills up
   * and pushes back. {@code done} is counted down when the block is durable.
   */
  synchronized void add(Intake.Closing block, @Nullable CountDownLatch done)
      throws InterruptedException {
    while (jobs.size() >= BLOCKS_WAITING && !closing) {
      wait();
    }
    jobs.add(new Job(block, done));
    notifyAll();
  }

  /** Has the upkeep look at the files now. */
  synchronized void wake() {
    upkeepDue = true;
    notifyAll();
  }

  /** From now on nothing waits: each block gets one more attempt. */
  synchronized void hurry() {
    closing = true;
    notifyAll();
  }

  /** Stops, leaving what cannot be sealed. */
  void close() throws InterruptedException {
    hurry();
    sealing.join();
    keeping.join();
  }

  private void sealAll() {
    try {
      for (Job job = next(); job != null; job = next()) {
        if (seal(job)) {
          done(job);
        } else if (pause()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Job next() throws InterruptedException {
    while (jobs.isEmpty() && !closing) {
      wait();
    }
    return jobs.peek();
  }

  private boolean seal(Job job) {
    OpenBlock block = job.closing().block();
    List<SealedFile> files = new ArrayList<>();
    try {
      tags.flush(); // a number must not be used in a file before the register has it
      long days = block.size() == 0 ? 0 : 2 + (block.maxTime() - block.minTime()) / 86_400_000L;
      long id = catalog.reserve((int) days);
      if (days > 0) {
        sealer.seal(block, id, files);
      }
      catalog.sealed(job.closing(), files);
      totals.sealed.add(block.size());
      trouble.over();
      return true;
    } catch (SQLException | IOException | UncheckedIOException | IllegalStateException e) {
      catalog.abandon(files); // or each attempt would fill the disk further
      trouble.report("seal samples", e);
      return false;
    }
  }

  private synchronized void done(Job job) {
    jobs.remove();
    if (job.done() != null) {
      job.done().countDown();
    }
    upkeepDue = true;
    notifyAll();
  }

  /** Waits before the next attempt; true when it is time to stop. */
  private synchronized boolean pause() throws InterruptedException {
    long until = System.nanoTime() + RETRY_MILLIS * 1_000_000;
    for (long left = RETRY_MILLIS;
        left > 0 && !closing;
        left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return closing;
  }

  private void keepUp() {
    try {
      while (awaitUpkeep()) {
        try {
          upkeep.retire(retention.current());
          while (!isClosing() && upkeep.mergeOnce()) {
            catalog.collectGarbage();
          }
          catalog.collectGarbage();
        } catch (SQLException | IOException | UncheckedIOException e) {
          trouble.report("merge files", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  private synchronized boolean awaitUpkeep() throws InterruptedException {
    long until = System.nanoTime() + UPKEEP_MILLIS * 1_000_000;
    for (long left = UPKEEP_MILLIS;
        left > 0 && !upkeepDue && !closing;
        left = (until - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    upkeepDue = false;
    return !closing;
  }
}
