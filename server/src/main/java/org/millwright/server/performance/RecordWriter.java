// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.millwright.performance.CountRecord;
import org.millwright.performance.StateChange;
import org.millwright.server.performance.PerformanceRecords.UnitChange;
import org.millwright.server.performance.PerformanceRecords.UnitCount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what the pipeline derives, twice a second in one transaction, together with how far in the
 * ingest journal it reaches: after a crash nothing is missing and nothing is there twice.
 */
@Component
class RecordWriter {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWriter.class);

  private sealed interface Entry {}

  private record Change(String unit, StateChange change) implements Entry {}

  private record Count(CountRecord count, boolean first) implements Entry {}

  private record Progress(String unit, long position) implements Entry {}

  /** Entries of one transaction; of several versions of a count only the last is written. */
  private static final class Batch {
    final List<UnitChange> changes = new ArrayList<>();
    final Map<Long, UnitCount> fresh = new LinkedHashMap<>();
    final Map<Long, CountRecord> updated = new LinkedHashMap<>();
    final Map<String, Long> progress = new HashMap<>();

    void add(Entry entry) {
      switch (entry) {
        case Change change -> changes.add(new UnitChange(change.unit, change.change, null));
        case Count count -> {
          long id = count.count.id();
          if (count.first || fresh.containsKey(id)) {
            fresh.put(id, new UnitCount(count.count, null));
          } else {
            updated.put(id, count.count);
          }
        }
        case Progress progressed -> progress.put(progressed.unit, progressed.position);
      }
    }
  }

  private final PerformanceRecords records;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicLong lastId;
  private final ConcurrentLinkedQueue<Entry> queue = new ConcurrentLinkedQueue<>();
  private Batch batch = new Batch();
  private volatile boolean failing;

  RecordWriter(PerformanceRecords records, TransactionTemplate transaction, Clock clock) {
    this.records = records;
    this.transaction = transaction;
    this.clock = clock;
    this.lastId = new AtomicLong(records.lastId());
  }

  /** A new identity, greater than all before. */
  long nextId() {
    return lastId.incrementAndGet();
  }

  void write(String unit, StateChange change) {
    queue.add(new Change(unit, change));
  }

  /** Writes a record, or its newer version unless {@code first}. */
  void write(CountRecord count, boolean first) {
    queue.add(new Count(count, first));
  }

  /** Everything derived for the unit up to this position is among what was written before. */
  void progress(String unit, long position) {
    queue.add(new Progress(unit, position));
  }

  /** Writes what waits; when the database does not answer it waits for the next time. */
  @Scheduled(fixedDelay = 500)
  synchronized void flush() {
    for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
      batch.add(entry);
    }
    try {
      transaction.executeWithoutResult(status -> {
        if (failing) { // a commit that was not confirmed may have happened all the same
          records.deleteChanges(batch.changes);
          records.deleteCounts(List.copyOf(batch.fresh.values()));
        }
        records.insertChanges(batch.changes);
        records.insertCounts(List.copyOf(batch.fresh.values()));
        records.updateCounts(List.copyOf(batch.updated.values()));
        records.progress(batch.progress);
        records.heartbeat(clock.instant());
      });
      batch = new Batch();
      if (failing) {
        failing = false;
        LOG.info("State changes and counts are stored again");
      }
    } catch (RuntimeException outage) {
      if (!failing) {
        failing = true;
        LOG.error("State changes and counts wait, they cannot be stored", outage);
      }
    }
  }

  /** Whether what was derived could not be stored the last time. */
  boolean isFailing() {
    return failing;
  }
}
