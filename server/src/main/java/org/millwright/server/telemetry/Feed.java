// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.journal.Entry;
import org.millwright.server.telemetry.journal.Replay;

/** What the source of the pipeline reads: first the journal, then the queue. One thread only. */
final class Feed {

  private static final int AT_ONCE = 512;

  private final BoundedIngest queue;
  private final IngestTotals totals;
  private final long replayEnd;
  private final ArrayDeque<Queued> drained = new ArrayDeque<>();
  private final List<Queued> scratch = new ArrayList<>();
  private volatile @Nullable Replay replay;
  private long position;

  /**
   * @param replayEnd the last position before the restart of the platform; -1 when only the job
   *     starts again, while positions are being given
   */
  Feed(Replay replay, long replayEnd, BoundedIngest queue, IngestTotals totals) {
    this.replay = replay;
    this.replayEnd = replayEnd;
    this.queue = queue;
    this.totals = totals;
    position = replayEnd;
  }

  /** Whether the journal is being read. */
  boolean replaying() {
    return replay != null;
  }

  /**
   * The next message, null when there is none now; when the journal is at its end, {@link
   * #replaying} changes.
   */
  @Nullable Queued next() {
    Replay journal = replay;
    return journal != null ? fromJournal(journal) : fromQueue();
  }

  private @Nullable Queued fromJournal(Replay journal) {
    try {
      Entry entry = journal.next();
      if (entry == null) {
        journal.close();
        replay = null;
        return null;
      }
      boolean sealed = journal.isSealed(entry);
      if (!sealed) {
        position = Math.max(position, entry.position());
        totals.replayed.increment();
      }
      Route route = Route.of(entry.message().source(), entry.message().topic());
      return new Queued(route, entry.message(), entry.position(), true, sealed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Queued fromQueue() {
    if (drained.isEmpty()) {
      queue.drainTo(scratch, AT_ONCE);
      drained.addAll(scratch);
      scratch.clear();
    }
    Queued next = drained.poll();
    while (next != null && next.position() <= position) {
      // The journal, read again while messages came in, gave it already.
      totals.handled.increment();
      next = drained.poll();
    }
    if (next != null) {
      position = next.position();
    }
    return next;
  }

  /** Everything up to here has been given out. */
  long position() {
    return replaying() ? -1 : Math.max(position, replayEnd);
  }
}
