// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import com.hazelcast.jet.core.AbstractProcessor;
import com.hazelcast.jet.core.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Jet's source: gives messages to the stages and, ten times a second, a mark up to which it has
 * given out everything. The mark is a Jet watermark, which reaches every stage behind all messages
 * before it. The first one says that the journal has been read.
 */
final class QueueSource extends AbstractProcessor {

  private static final int AT_ONCE = 1024;
  private static final long MARK_NANOS = 100_000_000;

  private final Feed feed;
  private @Nullable Object pending;
  private long marked = -1;
  private long markedAt;

  QueueSource(Feed feed) {
    this.feed = feed;
  }

  @Override
  public boolean complete() {
    for (int i = 0; i < AT_ONCE; i++) {
      if (pending == null) {
        pending = next();
      }
      if (pending == null || !tryEmit(pending)) {
        return false;
      }
      pending = null;
    }
    return false; // a stream has no end
  }

  private @Nullable Object next() {
    if (!feed.replaying() && markDue()) {
      marked = feed.position() < 0 ? 0 : feed.position();
      markedAt = System.nanoTime();
      return new Watermark(marked);
    }
    return feed.next();
  }

  private boolean markDue() {
    return marked < 0 || (feed.position() > marked && System.nanoTime() - markedAt >= MARK_NANOS);
  }
}
