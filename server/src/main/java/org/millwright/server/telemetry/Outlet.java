// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.SampleBatch;
import org.millwright.server.historian.SampleSink;

/** Gathers a stage's samples into batches and hands them to the historian; never waits. */
final class Outlet {

  private static final int ROWS = 16_384;
  private static final long AGE_MILLIS = 100;

  private final int stage;
  private final SampleSink sink;
  private SampleBatch batch = new SampleBatch(ROWS);
  private long since = Long.MAX_VALUE;

  Outlet(int stage, SampleSink sink) {
    this.stage = stage;
    this.sink = sink;
  }

  void add(int tag, long time, double value, @Nullable String text, byte quality, long arrival) {
    if (text == null) {
      batch.add(tag, time, value, quality, arrival);
    } else {
      batch.add(tag, time, value, text, quality, arrival);
    }
  }

  /**
   * Hands over a full batch; false when the historian is behind, so that no message may be taken.
   */
  boolean ready() {
    return batch.size() < ROWS || send();
  }

  /** Hands over what has waited long enough. */
  void tick(long now) {
    if (batch.size() == 0) {
      since = Long.MAX_VALUE;
    } else if (since == Long.MAX_VALUE) {
      since = now;
    } else if (now - since >= AGE_MILLIS || now < since) {
      send();
    }
  }

  /**
   * Hands over everything with the note that it is complete up to {@code position}; false when it
   * must be repeated.
   */
  boolean mark(long position) {
    batch.mark(stage, position);
    return send();
  }

  private boolean send() {
    if (!sink.append(batch)) {
      return false;
    }
    batch = new SampleBatch(batch.size() < ROWS / 8 ? ROWS / 8 : ROWS);
    since = Long.MAX_VALUE;
    return true;
  }
}
